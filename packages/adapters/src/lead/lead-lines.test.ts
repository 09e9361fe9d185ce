import { describe, expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { sampleAttribution } from "../../test/sample-attribution.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { readLead } from "./lead-lines.ts";

const leadOf = (
  given: Partial<typeof samplePayload>,
  type: "lead.created" | "lead.reengaged" | "lead.updated" = "lead.created",
) => {
  const { event } = outgoing({ ...samplePayload, ...given });
  return readLead({ event: { ...event, type } });
};

describe("a lead as people read it", () => {
  test("has what the person wrote, on one line, and longer than other values", () => {
    const { event } = outgoing();
    const messageIn = (message: string | null) =>
      readLead({ event, message }).lines.find(([label]) => label === "Message")?.[1];
    expect(messageIn("Call me\n\n after six")).toBe("Call me after six");
    expect(messageIn("x".repeat(5_000))).toBe(`${"x".repeat(1_999)}…`);
    expect([messageIn(null), messageIn(" \n ")]).toEqual([undefined, undefined]);
  });

  test.each([
    ["one of the two", { utm_source: "google", utm_medium: null }, "google"],
    ["neither", { utm_source: null, utm_medium: "" }, undefined],
  ])("says of the ad what is known of it: %s", (_what, utm, said) => {
    const { event } = outgoing();
    const { latest: sample } = sampleAttribution;
    const latest = sample && { ...sample, ...utm };
    const { lines } = readLead({ event: { ...event, attribution: { first: null, latest } } });
    expect(lines.find(([label]) => label === "Ad")?.[1]).toBe(said);
  });

  test("has what sales look for, under plain labels and in their order", () => {
    expect(leadOf({})).toEqual({
      title: "New lead: Asha Rao",
      what: "New lead",
      lines: [
        ["Name", "Asha Rao"],
        ["Phone", "+91-9999999999"],
        ["E-mail", "asha@example.com"],
        ["Project", "Lakeside Towers"],
        ["Location", "Bengaluru"],
        ["Came by", "google"],
        expect.arrayContaining(["Campaign"]),
        ["Ad", "newsletter / email"],
        ["Landed on", "https://www.example.com/lakeside"],
        ["Searched for", "flats near lake"],
        ["From", "Bengaluru, Karnataka, IN"],
        ["Suspicious", "quick submit"],
        ["Lead id", samplePayload.lead_public_id],
      ],
    });
  });

  test.each([
    ["a person who came back", leadOf({}, "lead.reengaged").title, "Back again: Asha Rao"],
    ["corrected details", leadOf({}, "lead.updated").title, "Corrected contact details: Asha Rao"],
    ["a test", leadOf({ test_lead: "yes" }).title, "TEST: New lead: Asha Rao"],
    ["somebody without a name", leadOf({ first_name: null }).title, "New lead: asha@example.com"],
    [
      "somebody of whom nothing is known",
      leadOf({ first_name: null, email: null, phone_mobile: null }).title,
      "New lead: somebody",
    ],
  ])("says so of %s", (_who, title, said) => {
    expect(title).toBe(said);
  });

  test("leaves out what is not known", () => {
    const labels = leadOf({
      project_name: null,
      user_location: "  ",
      user_city: null,
      user_region: null,
      user_country: null,
      suspicion_reasons: "",
    }).lines.map(([label]) => label);
    for (const label of ["Project", "Location", "From", "Suspicious", "Submissions"])
      expect(labels).not.toContain(label);
  });

  test("is known by its submission where it has no id of its own yet", () => {
    expect(leadOf({ lead_public_id: null }).lines.at(-1)).toEqual([
      "Lead id",
      samplePayload.lead_submission_public_id,
    ]);
  });

  test.each([
    ["line ends", "Asha\r\nPhone: 1"],
    ["a sign that turns the text around", "Asha\u202e Rao"],
    ["one that marks Arabic letters", "Asha\u061c Rao"],
    ["a terminal's escape", "Asha\u001b[31m"],
    ["half an emoji", "Asha \ud83d"],
  ])("is one line each, whatever a form sends: %s", (_what, first_name) => {
    const { lines, title } = leadOf({ first_name });
    for (const text of [title, ...lines.flat()]) {
      expect(text).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      expect(text.isWellFormed()).toBe(true);
    }
  });

  test("is never long", () => {
    const { title, lines } = leadOf({ first_name: "x".repeat(70_000), project_name: "y ".repeat(9_000) });
    expect(title.length).toBeLessThanOrEqual(150);
    for (const [, value] of lines) expect(value.length).toBeLessThanOrEqual(500);
  });

  test.each([
    ["an emoji", "\u{1f44d}"],
    ["a letter with its accent", "e\u0301"],
    ["a family", "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}"],
  ])("is cut between characters, not within %s", (_what, character) => {
    for (let before = 0; before < character.length; before += 1) {
      const first_name = "x".repeat(before) + character.repeat(600);
      const { title, lines } = leadOf({ first_name });
      for (const text of [title, lines[0]?.[1] ?? ""]) {
        const kept = text.replace(/^New lead: /, "").replace(/…$/, "");
        expect(text).toMatch(/…$/);
        expect(kept.slice(before).replaceAll(character, "")).toBe("");
      }
    }
  });
});
