import { fileOf, loadTests } from "./load-tests.mjs";
import { runTest } from "./run-test.mjs";
import { stryker } from "./stryker-namespace.mjs";
import { hasRunTooLong, startWatch } from "./watch-loops.mjs";

/**
 * Runs the tests that reach a mutant until one fails. Without a filter the mutant is in code that runs while files
 * load: it is there from the start, and any test of `testFiles` may notice.
 */
export async function mutantRun({ mutant, testFiles, testFilter, hitLimit, mutantActivation }) {
  const wanted = testFilter && new Set(testFilter);
  const files = testFilter ? [...new Set(testFilter.map(fileOf))] : testFiles;
  const killed = (id, failureMessage) => ({ status: "killed", killedBy: [id], failureMessage });
  const isEndless = () => hasRunTooLong() || stryker.hitCount > hitLimit;
  const timedOut = { status: "timeout", reason: "It runs for ever." };
  Object.assign(stryker, { hitCount: 0, hitLimit });
  let nrOfTests = 0;
  try {
    for (const file of files) {
      stryker.activeMutant = mutantActivation === "static" ? mutant : undefined;
      startWatch();
      const tests = await loadTests(file);
      stryker.activeMutant = mutant;
      for (const { id, run } of tests) {
        if (wanted?.has(id) === false) continue;
        nrOfTests += 1;
        startWatch();
        const failure = await runTest(run);
        if (isEndless()) return timedOut;
        if (failure) return { ...killed(id, failure), nrOfTests };
      }
    }
    return { status: "survived", nrOfTests };
  } catch (error) {
    if (isEndless()) return timedOut;
    return { ...killed(mutant, `A test file does not load: ${String(error)}`), nrOfTests };
  } finally {
    stryker.activeMutant = undefined;
  }
}
