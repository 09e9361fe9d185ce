// `pnpm test:changed [--all] [since]`: the tests nearest to what changed since main, or since the commit given; docs/testing.md says what it leaves out.
import { spawnSync } from "node:child_process";
import { ensureUi } from "./build-ui.mjs";
import { ensureInstalled, root } from "./install.mjs";
import { readImports } from "./test-changed/read-imports.mjs";
import { nearestTests } from "./test-changed/nearest-tests.mjs";

ensureInstalled();
ensureUi();
const args = process.argv.slice(2);
const all = args.includes("--all");
const since = args.find((arg) => !arg.startsWith("--")) ?? "main";

const base = git("merge-base", "HEAD", since)[0];
const changed = [...git("diff", "--name-only", base), ...git("ls-files", "--others", "--exclude-standard")];
const files = [...git("ls-files"), ...git("ls-files", "--others", "--exclude-standard")];
const { near, left } = nearestTests(readImports(files), changed, all);
const more = left === 0 ? "" : ` ${left} more reach it from further away: --all, or npm test.`;
console.log(`${changed.length} files changed since ${since}; ${near.length} test files are near.${more}`);
if (near.length > 0) {
  const done = spawnSync(process.execPath, ["scripts/test.mjs", ...near], { cwd: root, stdio: "inherit" });
  process.exit(done.status ?? 1);
}

function git(...command) {
  const { status, stdout, stderr } = spawnSync("git", command, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${command.join(" ")}: ${stderr}`);
  return stdout.split("\n").filter(Boolean);
}
