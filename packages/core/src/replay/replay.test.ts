import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseStep } from "./choose-step.ts";
import type { Judged } from "./judge-candidate.ts";
import { replayFigures } from "./replay-figures.ts";
import { roomFor, runAheadMs, slotAt, slotsMs } from "./slots.ts";

type Candidate = Judged<{ destination_id: string | null }>;
const candidates = fc.array(
  fc.record({
    candidate: fc.record({ destination_id: fc.constantFrom("a", "b", "c") }),
    verdict: fc.constantFrom<Candidate["verdict"]>(
      { kind: "send" },
      { kind: "enqueue" },
      { kind: "skip", reason: "delivered" },
    ),
  }),
);

describe("a step", () => {
  it("takes from the front without a gap, at least one, and no more than there is room for", () => {
    fc.assert(
      fc.property(
        candidates,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        (all, room, most) => {
          const chosen = chooseStep(all, () => room, most);
          expect(chosen).toEqual(all.slice(0, chosen.length));
          expect(chosen.length > 0).toBe(all.length > 0);
          const messages = chosen.filter(({ verdict }) => verdict.kind === "enqueue");
          expect(messages.length).toBeLessThanOrEqual(most);
          const sends = chosen.filter(({ verdict }) => verdict.kind === "send");
          const byDestination = Map.groupBy(sends, ({ candidate }) => candidate.destination_id);
          for (const each of byDestination.values()) expect(each.length).toBeLessThanOrEqual(room);
          const next = all[chosen.length];
          const isFull =
            next === undefined ||
            chooseStep(all.slice(0, chosen.length + 1), () => room, most).length === chosen.length;
          expect(isFull).toBe(true);
        },
      ),
    );
  });
});

describe("slots", () => {
  const pace = fc.double({ min: 0.1, max: 1000, noNaN: true });

  it("never run further ahead than the limit, or than a second where others were first", () => {
    fc.assert(
      fc.property(pace, fc.integer({ min: 0, max: 60_000 }), (perSecond, aheadMs) => {
        const [nowMs, nextSlotAt] = [1_000_000, 1_000_000 + aheadMs];
        const room = roomFor(perSecond, nextSlotAt, nowMs);
        const last = slotAt(nextSlotAt, room - 1, perSecond);
        expect(room).toBeGreaterThanOrEqual(1);
        expect(last).toBeLessThanOrEqual(
          Math.max(nowMs + runAheadMs, slotAt(nextSlotAt, Math.ceil(perSecond), perSecond)),
        );
      }),
    );
  });

  it("of one reservation lie before the next reservation's first", () => {
    fc.assert(
      fc.property(pace, fc.integer({ min: 1, max: 500 }), (perSecond, sends) => {
        expect(slotAt(0, sends - 1, perSecond)).toBeLessThan(slotsMs(sends, perSecond));
      }),
    );
  });

  it("are thirty a second at thirty a second", () => {
    expect(roomFor(30, 0, 5_000)).toBe(300);
    expect([0, 1, 29, 30].map((index) => slotAt(0, index, 30))).toEqual([0, 33, 966, 1000]);
  });
});

describe("figures", () => {
  it("add up, and say what changed under a step", () => {
    const part = { chosen: 10, scheduled: 9, queued: 2, skipped: { delivered: 1 }, taken_over: 1 };
    const undelivered = [
      { status: "pending", count: 2 },
      { status: "held", count: 1 },
      { status: "dead", count: 3 },
    ] as const;
    expect(replayFigures(30, [part, part], undelivered)).toEqual({
      planned: 30,
      scheduled: 18,
      delivered: 10,
      waiting: 3,
      dead: 3,
      cancelled: 0,
      taken_over: 2,
      queued: 4,
      skipped: { delivered: 2, changed: 2 },
    });
  });
});
