// `pnpm mutants [folder …]`: small faults planted in the pure packages, one at a time; a good test fails for each.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled, node24, root } from "./install.mjs";

ensureInstalled();
const main = join(root, "scripts", "mutants", "run.mjs");
const done = spawnSync(node24, [main, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exit(done.status ?? 1);
