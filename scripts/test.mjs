// `npm test`: every test there is; the last line is `N passed, N failed`. Arguments go to vitest.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { ensureUi } from "./build-ui.mjs";
import { ensureInstalled, node24, root } from "./install.mjs";

ensureInstalled();
ensureUi();
const given = process.argv.slice(2);
// Whole stacks are started apart from all others. They wait more than they compute: three share two cores well.
const runs = given.length > 0 ? [given] : [["--project=!e2e"], ["--project=e2e", "--maxWorkers=3"]];
const counts = runs.map(runVitest);
const passed = counts.reduce((sum, run) => sum + run.passed, 0);
const failed = counts.reduce((sum, run) => sum + run.failed, 0);
// Once more, because the end is what one is shown of a long output.
for (const name of counts.flatMap((run) => run.names)) console.log(`failed: ${name}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function runVitest(args) {
  const folder = mkdtempSync(join(tmpdir(), "leadrelay-test-"));
  const report = join(folder, "report.json");
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  // What passing tests log would bury what failing ones say.
  const options = ["--silent=passed-only", "--reporter=default", "--reporter=json"];
  options.push(`--outputFile.json=${report}`);
  const { status } = spawnSync(node24, [vitest, "run", ...options, ...args], {
    cwd: root,
    stdio: "inherit",
  });
  const { passed, failed, names } = readCounts(report);
  rmSync(folder, { recursive: true, force: true });
  // An error outside any test, or no test at all, fails the run too: it must not look like success.
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1), names };
}

/** A file that failed without a failed test (it could not be loaded, or a hook threw) counts as one failure. */
function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
    const broken = testResults.filter(
      (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
    );
    const names = testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter((test) => test.status === "failed")
        .map((test) => `${relative(root, name)} > ${test.fullName}`),
    );
    names.push(...broken.map(({ name }) => relative(root, name)));
    return { passed: numPassedTests, failed: numFailedTests + broken.length, names };
  } catch {
    return { passed: 0, failed: 1, names: [] };
  }
}
