import { describe, expect, it } from "vitest";
import { leadNoticeWords } from "./lead-notice-words.ts";
import { fitWords, shortName } from "./notice-words.ts";

const priya = { kind: "operator" as const, name: "Priya" };

describe("what somebody did on a lead", () => {
  it.each<[what: string, done: Parameters<typeof leadNoticeWords>[1], said: string]>([
    [
      "a move is told with where from and to",
      { type: "lead.status_changed", change: { from: "new", to: "won", by: priya } },
      "Priya moved this lead from new to won.",
    ],
    [
      "a note is told without its words",
      { type: "lead.note_added", note: { id: "n", text: "Call after six", by: priya } },
      "Priya wrote a note on this lead.",
    ],
  ])("%s", (_what, done, summary) => {
    expect(leadNoticeWords("lead_1", done)).toEqual({
      summary,
      what_next: "`leadrelay lead show lead_1` shows all of it.",
    });
  });
});

it("a sentence of a notice has room for 500 characters, and no half of one", () => {
  const long = `${"a".repeat(499)}😀`;
  expect(fitWords({ summary: long, what_next: `${long}b` })).toEqual({
    summary: `${"a".repeat(499)}\ufffd`,
    what_next: `${"a".repeat(499)}\ufffd`,
  });
});

it("a destination's name has room for 80 characters of a sentence, and no half of one", () => {
  expect(shortName({ name: `${"a".repeat(79)}😀` })).toBe(`${"a".repeat(79)}\ufffd`);
  expect(shortName({ name: "CRM" })).toBe("CRM");
});
