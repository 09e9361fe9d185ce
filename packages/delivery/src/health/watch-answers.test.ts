import { afterEach, beforeEach, expect, it, vi, type MockInstance } from "vitest";
import { newDestination, stillDependencies } from "../../test/claimed-delivery.ts";
import { scriptedD1 } from "../../test/scripted-d1.ts";
import { watchAnswers } from "./watch-answers.ts";

let log: MockInstance<typeof console.log>;
beforeEach(() => void (log = vi.spyOn(console, "log").mockImplementation(() => {})));
afterEach(() => log.mockRestore());

/** What is written while an answer takes so long, of so many requests. */
async function writtenFor(answerMs: number, given: Parameters<typeof newDestination>[0] = {}, requests = 1) {
  const destination = await newDestination(given);
  const { d1, batches } = scriptedD1(() => 1);
  const watch = watchAnswers(stillDependencies({ control: d1 }), 40);
  const answer = () => new Promise((resolve) => setTimeout(() => resolve("answer"), answerMs));
  const all = await Promise.all(Array.from({ length: requests }, () => watch.over(destination, answer())));
  expect(new Set(all)).toEqual(new Set(["answer"]));
  await watch.finish();
  return batches.flat().map(({ values }) => values);
}

it("a destination whose answer is late is slow before it answers, told once", async () => {
  const written = await writtenFor(200, {}, 3);
  expect(written).toEqual([expect.arrayContaining(["slow", 1_000_000])]);
});

it("one that answers in time is not", async () => {
  expect(await writtenFor(0)).toEqual([]);
});

it("one of which something is known already is judged by its answer", async () => {
  const health = {
    state: "failing",
    since: 1,
    suspects: [],
    probe_wait_ms: null,
    next_probe_at: null,
  } as const;
  expect(await writtenFor(120, { health })).toEqual([]);
});

it("a database that does not take it keeps nobody from their answer", async () => {
  const { d1 } = scriptedD1(() => {
    throw new Error("D1_ERROR: no such table");
  });
  const watch = watchAnswers(stillDependencies({ control: d1 }), 1);
  const answer = new Promise((resolve) => setTimeout(() => resolve("answer"), 50));
  expect(await watch.over(await newDestination(), answer)).toBe("answer");
  await watch.finish();
  expect(log.mock.calls.flat().join()).toContain("destination.health_failed");
});
