import { expect, it } from "vitest";
import { stageOf } from "./stage-of.ts";

it.each([
  ["a lead nobody moved stands at the client's first stage", "new", ["fresh", "won"], "fresh"],
  ["unless the client has a stage of that name", "new", ["fresh", "new"], "new"],
  ["a moved lead stands where it was moved", "won", ["fresh", "won"], "won"],
  ["also where that stage is no more", "lost", ["fresh", "won"], "lost"],
])("%s", (_what, status, stages, stage) => {
  expect(stageOf(status, stages)).toBe(stage);
});
