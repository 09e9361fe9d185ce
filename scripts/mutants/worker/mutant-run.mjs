import { fileOf, forgetTests, keepTests, loadTests } from "./load-tests.mjs";
import { runTest } from "./run-test.mjs";
import { stryker } from "./stryker-namespace.mjs";
import { hasRunTooLong, startWatch } from "./watch-loops.mjs";

/** A file with all it imports takes a tenth of a second to load, and a phone number is reached by a hundred of them. */
const mostLoaded = 24;

/**
 * Runs the tests that reach a mutant until one fails. Without a filter the mutant is in code that runs while files
 * load: it is there from the start, and any test of the nearest of `testFiles` may notice.
 *
 * Loading takes most of the time, so one that is not is tried on tests that are loaded already. What their modules remember
 * decides nothing: who survives there is tried on fresh ones, and a test that fails must pass without the mutant. Then all tests of a file
 * are run: what a module makes when it is first asked, and keeps, is no other test's by coverage.
 */
export async function mutantRun(question) {
  if (question.mutantActivation === "static" || !question.testFilter) return runOn(loadTests, question);
  const answer = await runOn(keepTests, question);
  return answer.status === "survived" ? runOn(loadTests, question) : answer;
}

async function runOn(load, { mutant, testFiles, testFilter, hitLimit, mutantActivation }) {
  const wanted = load === keepTests && testFilter ? new Set(testFilter) : undefined;
  const reaching = new Set(testFilter?.map(fileOf) ?? testFiles);
  const files = testFiles
    .filter((file) => reaching.has(file))
    .slice(0, load === loadTests ? mostLoaded : undefined);
  const killed = (id, failureMessage) => ({ status: "killed", killedBy: [id], failureMessage });
  const isEndless = () => hasRunTooLong() || stryker.hitCount > hitLimit;
  const timedOut = { status: "timeout", reason: "It runs for ever." };
  Object.assign(stryker, { hitCount: 0, hitLimit });
  let nrOfTests = 0;
  try {
    for (const file of files) {
      stryker.activeMutant = mutantActivation === "static" ? mutant : undefined;
      startWatch();
      const tests = await load(file);
      for (const { id, run } of tests) {
        if (wanted?.has(id) === false) continue;
        nrOfTests += 1;
        stryker.activeMutant = mutant;
        startWatch();
        const failure = await runTest(run);
        if (isEndless()) {
          forgetTests(file);
          return timedOut;
        }
        if (failure === undefined) continue;
        if (load === loadTests || (await passesWithout(run))) return { ...killed(id, failure), nrOfTests };
        forgetTests(file);
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

async function passesWithout(run) {
  stryker.activeMutant = undefined;
  startWatch();
  return (await runTest(run)) === undefined;
}
