import { tooLongMs } from "./run-test.mjs";
import { stryker } from "./stryker-namespace.mjs";

let endsAt = Infinity;
let isOver = false;

/** What Stryker's coverage counters look like to instrumented code: each one that is raised asks whether time is up. */
const counters = new Proxy(
  {},
  {
    get: () => 0,
    set() {
      if (performance.now() < endsAt) return true;
      isOver = true;
      throw new Error("The mutant runs for ever.");
    },
  },
);

/** Has the code under test throw once it has run too long: a mutant's endless loop would hold the worker. */
export function startWatch() {
  stryker.currentTestId = "watched";
  stryker.mutantCoverage.perTest.watched = counters;
  endsAt = performance.now() + tooLongMs;
  isOver = false;
}

export const hasRunTooLong = () => isOver;
