import type { LeadOutcome } from "@leadrelay/contracts/callback-limits";
import { defaultStages } from "@leadrelay/contracts/pipeline-stages";
import { expect, test } from "vitest";
import { stageAfter } from "./stage-after.ts";

const own = ["Fresh", "Contacted", "Site visit", "Won", "Returned"];

test.each<
  [what: string, outcome: LeadOutcome, stands: string, stages: readonly string[], stage: string | null]
>([
  ["a new lead that was called is contacted", "contacted", "new", defaultStages, "contacted"],
  ["steps may be left out", "won", "new", defaultStages, "won"],
  ["one that stands there stays", "contacted", "contacted", defaultStages, null],
  ["a late word moves nobody back", "contacted", "qualified", defaultStages, null],
  ["nor out of the end", "qualified", "won", defaultStages, null],
  ["a sale that falls through is lost", "lost", "won", defaultStages, "lost"],
  ["one that was lost can be won", "won", "lost", defaultStages, "won"],
  ["a stage is the client's, as it is spelled there", "contacted", "Fresh", own, "Contacted"],
  ["a stage that the client has not moves nobody", "qualified", "Fresh", own, null],
  ["without a stage for it a return moves nobody", "returned", "won", defaultStages, null],
  ["with one it does", "returned", "Won", own, "Returned"],
  ["one at a stage that was given up goes on", "contacted", "gone", defaultStages, "contacted"],
])("%s", (_what, outcome, stands, stages, stage) => {
  expect(stageAfter(outcome, stands, stages)).toBe(stage);
});
