// `pnpm screenshots [NAME …]`: pictures of the admin UI into docs/screenshots, or of the pages that are named.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureUi } from "./build-ui.mjs";
import { ensureInstalled, node24, root } from "./install.mjs";

ensureInstalled();
ensureUi();
const main = join(root, "apps", "local-stack", "screenshots", "main.ts");
const run = spawnSync(node24, [main, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exit(run.status ?? 1);
