import { describe, expect, it } from "vitest";
import { roomFor, runAheadMs, slotAt, slotsMs } from "./slots.ts";

const now = 1_000_000;

describe("a replay's pace", () => {
  it("runs ten seconds ahead of the clock", () => expect(runAheadMs).toBe(10_000));

  it.each([
    ["a destination that nobody sends to takes ten seconds' worth", 30, 0, 300],
    ["one whose slots are all gone by takes as much", 30, now - 60_000, 300],
    ["one with four seconds given out takes six seconds' worth", 30, now + 4000, 180],
    [
      "one with all ten given out takes one second's worth, so that no other replay is kept from its turn",
      30,
      now + 10_000,
      30,
    ],
    ["one given out far ahead takes one second's worth", 30, now + 600_000, 30],
    ["one that takes a send every ten seconds takes one", 0.1, now, 1],
    ["one that takes one and a half a second takes fifteen", 1.5, now, 15],
    ["one that takes one and a half a second and is full takes two", 1.5, now + 10_000, 2],
    ["a part of a send is none", 0.35, now, 3],
  ])("%s", (_, perSecond, nextSlotAt, room) => {
    expect(roomFor(perSecond, nextSlotAt, now)).toBe(room);
  });

  it.each([
    ["thirty sends at thirty a second take one second", 30, 30, 1000],
    ["one at thirty a second takes a thirtieth, rounded up", 1, 30, 34],
    ["three at one in two seconds take six", 3, 0.5, 6000],
    ["none take no time", 0, 30, 0],
  ])("%s", (_, sends, perSecond, ms) => expect(slotsMs(sends, perSecond)).toBe(ms));

  it.each([
    ["the first has its turn at once", 0, 30, 500],
    ["the second a thirtieth of a second later", 1, 30, 533],
    ["the thirty-first a second later", 30, 30, 1500],
  ])("%s", (_, index, perSecond, at) => expect(slotAt(500, index, perSecond)).toBe(at));
});
