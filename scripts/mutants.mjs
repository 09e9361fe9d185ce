// `pnpm mutants [folder …]`: small faults planted in the pure packages, one at a time; a good test fails for each.
// `pnpm mutants statements [part of a path …]`: those listed in the conditions of D1's statements.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled, node24, root } from "./install.mjs";

ensureInstalled();
const given = process.argv.slice(2);
const [folder, rest] = given[0] === "statements" ? ["statements", given.slice(1)] : ["", given];
const main = join(root, "scripts", "mutants", folder, "run.mjs");
const done = spawnSync(node24, [main, ...rest], { cwd: root, stdio: "inherit" });
process.exit(done.status ?? 1);
