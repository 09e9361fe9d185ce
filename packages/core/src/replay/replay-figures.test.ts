import { describe, expect, it } from "vitest";
import { replayFigures, type PartFigures } from "./replay-figures.ts";

const part = (given: Partial<PartFigures> = {}): PartFigures => ({
  chosen: 0,
  scheduled: 0,
  queued: 0,
  skipped: {},
  taken_over: 0,
  ...given,
});
const nothing = {
  planned: 0,
  scheduled: 0,
  delivered: 0,
  waiting: 0,
  dead: 0,
  cancelled: 0,
  taken_over: 0,
  queued: 0,
  skipped: {},
};

describe("where a replay stands", () => {
  it.each<[string, number, PartFigures[], [string, number][], object]>([
    ["that did nothing yet is its plan", 12, [part()], [], { planned: 12 }],
    [
      "that scheduled all and has it all delivered",
      5,
      [part({ chosen: 5, scheduled: 5 })],
      [],
      { planned: 5, scheduled: 5, delivered: 5 },
    ],
    [
      "whose sends are pending, in flight or held is waiting for them",
      6,
      [part({ chosen: 6, scheduled: 6 })],
      [
        ["pending", 1],
        ["in_flight", 2],
        ["held", 3],
      ],
      { planned: 6, scheduled: 6, waiting: 6 },
    ],
    [
      "with dead and cancelled ones says so",
      6,
      [part({ chosen: 6, scheduled: 6 })],
      [
        ["dead", 2],
        ["cancelled", 3],
      ],
      { planned: 6, scheduled: 6, delivered: 1, dead: 2, cancelled: 3 },
    ],
    [
      "whose sends a later replay took over leaves them to it",
      4,
      [part({ chosen: 4, scheduled: 4, taken_over: 3 })],
      [],
      { planned: 4, scheduled: 4, delivered: 1, taken_over: 3 },
    ],
    [
      "that moved more than it counted delivered no less than nothing",
      1,
      [part({ chosen: 1, scheduled: 1, taken_over: 1 })],
      [["pending", 1]],
      { planned: 1, scheduled: 1, waiting: 1, taken_over: 1 },
    ],
    [
      "of messages says how many are back on the queue",
      3,
      [part({ queued: 2 }), part({ queued: 1 })],
      [],
      { planned: 3, queued: 3 },
    ],
    [
      "that chose more than it could schedule says that those changed",
      9,
      [part({ chosen: 5, scheduled: 3 }), part({ chosen: 4, scheduled: 4 })],
      [],
      { planned: 9, scheduled: 7, delivered: 7, skipped: { changed: 2 } },
    ],
    [
      "adds up what was left out, by reason",
      0,
      [
        part({ skipped: { delivered: 1, erased: 2 } }),
        part({ skipped: { delivered: 4, changed: 1 }, chosen: 1 }),
      ],
      [],
      { skipped: { delivered: 5, erased: 2, changed: 2 } },
    ],
  ])("%s", (_, planned, parts, undelivered, expected) => {
    const counts = undelivered.map(
      ([status, count]) => ({ status, count }) as { status: "held"; count: number },
    );
    expect(replayFigures(planned, parts, counts)).toEqual({ ...nothing, ...expected });
  });
});
