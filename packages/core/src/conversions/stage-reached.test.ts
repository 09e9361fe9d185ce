import { noticeExamples } from "@leadrelay/contracts/notice-examples";
import type { Notice, NoticeOf } from "@leadrelay/contracts/notice";
import { expect, it } from "vitest";
import { stageReached } from "./stage-reached.ts";

const moved = (to: string): NoticeOf<"lead.status_changed"> => {
  const example = noticeExamples["lead.status_changed"];
  return { ...example, change: { ...example.change, to } };
};
const told = (kind: string, stage: string | null = null): NoticeOf<"lead.crm_activity"> => {
  const example = noticeExamples["lead.crm_activity"];
  return { ...example, activity: { ...example.activity, kind, stage } };
};

it.each<[string, Notice, string | null]>([
  ["somebody moved it", moved(" Site Visit "), "site visit"],
  ["a stage without a name is none", moved("  "), null],
  ["the CRM says it is won", told("won"), "won"],
  ["however it is written", told("Qualified"), "qualified"],
  ["the CRM names a stage", told("updated", "Booked"), "booked"],
  ["the stage counts, where both are told", told("won", "Booked"), "booked"],
  ["a call is no stage", told("call"), null],
  ["nor is that it was given back", told("returned"), null],
  ["a note is none", noticeExamples["lead.note_added"], null],
  ["nor is what happens to a destination", noticeExamples["destination.down"], null],
])("%s", (_what, notice, stage) => expect(stageReached(notice)).toBe(stage));
