import type { ToldOutcome } from "@leadrelay/contracts/delivery-status";
import { expect, it } from "vitest";
import { speakerOf } from "./speaker-of.ts";

it.each<[who: string, outcomes: ToldOutcome[], speaker: number]>([
  ["the first where all were taken", ["delivered", "delivered"], 0],
  ["the first where none failed", ["delivered", "refused"], 0],
  ["the first that failed", ["delivered", "retry", "retry"], 1],
  ["one whose receiver takes nothing for a while", ["delivered", "hold"], 1],
  ["that before one that failed", ["retry", "delivered", "hold"], 2],
])("a request that carried several is spoken for by %s", (_who, outcomes, speaker) => {
  expect(speakerOf(outcomes)).toBe(speaker);
});
