import { attributionNames } from "@leadrelay/contracts/attribution";
import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, problem, run, testNow } from "../../../test/outside-in-memory.ts";

const common = {
  client_id: "cli_1",
  form_id: "form_1",
  contact_name: "Asha",
  contact_email: "asha@example.com",
  contact_phone: null,
  masked: false,
  submitted_at: testNow - 60_000,
};
const submission = {
  ...common,
  id: "01a2",
  lead_id: "01a1",
  submission_number: 2,
  outcome: "duplicate",
  explanation: "The same person came an hour ago.",
  cta: "Book a visit",
  page_url: null,
  attribution: Object.fromEntries(attributionNames.map((name) => [name, null])),
};
const details = {
  ...submission,
  payload: { email: "asha@example.com" },
  decision: {
    sentences: ["The same person came an hour ago.", "The form's window is 3 hours."],
    destinations: [
      { id: "dst_1", name: "Make", sentence: "Goes to Make." },
      { id: "dst_2", name: null, sentence: "Held for dst_2: it is disabled; enabled again, it gets it." },
    ],
    trace: { rule: "duplicate_window" },
  },
  events: [{ id: "evt_1", type: "lead.updated", created_at: testNow }],
  deliveries: [
    { id: "6bbd", event_id: "evt_1", destination_id: "dst_1", destination_name: "Make", status: "delivered" },
  ],
};
const blocked = {
  ...common,
  id: "01a3",
  project: "Villas",
  ip: "203.0.113.9",
  matched_cidr: "203.0.113.0/24",
  country: "IN",
  referrer: null,
};

const asked = async (...args: string[]) => {
  const server = () => json({ items: [submission, blocked], next_cursor: null });
  const { code, out, sent } = await run(["submission", "list", ...args], { env, server });
  const { pathname, searchParams } = new URL(sent[0]?.request.url ?? "https://none.example");
  return { code, out, path: pathname, query: Object.fromEntries(searchParams) };
};

it("submissions are listed with what they turned out to be, and why", async () => {
  const { out, path, query } = await asked("--outcome", "duplicate", "--form", "form_1", "--since", "1h");
  expect([path, query]).toEqual([
    "/api/submissions",
    { outcome: "duplicate", form_id: "form_1", since: String(testNow - 3_600_000), limit: "50" },
  ]);
  expect(out.split("\n")[1]).toBe(
    "01a2  2026-11-21 17:29:00 (1 minute ago)  Asha  asha@example.com  –      duplicate  The same person came an hour ago.",
  );
});

it("those from blocked addresses are listed with what blocked them, and have no outcome", async () => {
  const { out, path } = await asked("--blocked");
  expect(path).toBe("/api/blocked-submissions");
  expect(out.split("\n")[2]).toMatch(/–\s+203\.0\.113\.9\s+203\.0\.113\.0\/24\s+IN\s+cli_1$/);
  expect((await asked("--blocked", "--outcome", "test")).code).toBe(2);
});

it("a submission is told with its decision in words, and whom it reached", async () => {
  const { out } = await run(["submission", "show", "01a2"], { env, server: () => json(details) });
  expect(out).toContain(
    [
      "Outcome          duplicate",
      "Why              The same person came an hour ago.",
      "                 The form's window is 3 hours.",
      "Who hears of it  Goes to Make.",
      "                 Held for dst_2: it is disabled; enabled again, it gets it.",
      "Lead             01a1 (its submission 2)",
    ].join("\n"),
  );
  expect(out).toContain("Came by          nothing told\n");
  expect(out).toContain("Deliveries       6bbd delivered, Make\n\nPosted\n{\n");
});

it("one from a blocked address is found by its id too, with what would let the next ones in", async () => {
  const server = ({ url }: Request) =>
    url.includes("/blocked-submissions/")
      ? json({ ...blocked, payload: null })
      : problem(404, "not-found", "There is no such submission.");
  const { code, out } = await run(["submission", "show", "01a3"], { env, server });
  expect(code).toBe(0);
  expect(out).toContain("Why         It came from 203.0.113.9, and the client blocks 203.0.113.0/24.\n");
  expect(out).toContain("leadrelay address unblock 203.0.113.0/24 --client cli_1\n");
  expect(out).not.toContain("Posted");
});

it("a refusal is not taken for a submission that is not there", async () => {
  const server = () => problem(403, "not-permitted", "Your role does not allow this.");
  const { code, sent } = await run(["submission", "show", "01a3"], { env, server });
  expect([code, sent.length]).toEqual([3, 1]);
});

it("one that is nowhere is told as a submission, not as a blocked one", async () => {
  const server = ({ url }: Request) =>
    problem(404, "not-found", url.includes("/blocked-") ? "No blocked submission." : "No submission.");
  const { code, err } = await run(["submission", "show", "01a3"], { env, server });
  expect([code, err]).toEqual([1, expect.stringContaining("  No submission.\n")]);
});

it("to whom contacts are masked no network is named that is not on the list", async () => {
  const masked = { ...blocked, masked: true, matched_cidr: "203.0.112.0/22", payload: null };
  const server = ({ url }: Request) =>
    url.includes("/blocked-submissions/") ? json(masked) : problem(404, "not-found", "No submission.");
  const { out } = await run(["submission", "show", "01a3"], { env, server });
  expect(out).not.toContain("address unblock");
});
