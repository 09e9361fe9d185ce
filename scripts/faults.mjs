// `pnpm faults [--only NAME] [--seed N] …`: plays what can go wrong against whole stacks, and holds both ends against the invariant.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled, node24, root } from "./install.mjs";

ensureInstalled();
const main = join(root, "apps", "local-stack", "faults", "main.ts");
const run = spawnSync(node24, [main, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exit(run.status ?? 1);
