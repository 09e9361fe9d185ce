// `pnpm bench NAME [--json]`: measures on the workspace's own Node 24 and workerd.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureUi } from "./build-ui.mjs";
import { ensureInstalled, node24, root } from "./install.mjs";

ensureInstalled();
// What every stack serves; the bench of the UI has a browser open it.
ensureUi();
const main = join(root, "apps", "local-stack", "bench", "main.ts");
const run = spawnSync(node24, [main, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exit(run.status ?? 1);
