import { loadTests } from "./load-tests.mjs";
import { runTest } from "./run-test.mjs";
import { stryker } from "./stryker-namespace.mjs";

/** Runs the tests once without a mutant, and keeps which mutants each one reaches. */
export async function dryRun({ testFiles }) {
  const tests = [];
  try {
    for (const file of testFiles) {
      for (const { id, name, run } of await loadTests(file)) {
        stryker.currentTestId = id;
        const startedAt = performance.now();
        const failure = await runTest(run);
        stryker.currentTestId = undefined;
        const result = { id, name, fileName: file, timeSpentMs: performance.now() - startedAt };
        tests.push({ ...result, status: failure ? "failed" : "passed", failureMessage: failure });
      }
    }
  } catch (error) {
    return { error: String(error) };
  }
  return { tests, mutantCoverage: stryker.mutantCoverage };
}
