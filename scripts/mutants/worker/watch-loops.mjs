import { stryker } from "./stryker-namespace.mjs";

/** A pure test takes milliseconds, a property some hundreds. */
const mostCpuMs = 5_000;

let endsAt = Infinity;
let isOver = false;

/** What this thread has worked: on a busy machine the clock on the wall says nothing about a loop. */
const cpuMs = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/** What Stryker's coverage counters look like to instrumented code: each one that is raised asks whether time is up. */
const counters = new Proxy(
  {},
  {
    get: () => 0,
    set() {
      if (cpuMs() < endsAt) return true;
      isOver = true;
      throw new Error("The mutant runs for ever.");
    },
  },
);

/** Has the code under test throw once it has run too long: a mutant's endless loop would hold the worker. */
export function startWatch() {
  stryker.currentTestId = "watched";
  stryker.mutantCoverage.perTest.watched = counters;
  endsAt = cpuMs() + mostCpuMs;
  isOver = false;
}

export const hasRunTooLong = () => isOver;
