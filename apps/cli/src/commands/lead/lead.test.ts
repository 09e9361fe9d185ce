import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const lead = {
  id: "01a1",
  contact_name: "Asha",
  contact_email: "asha@example.com",
  contact_phone: null,
  project: "Villas",
  status: "New",
  submission_count: 2,
  last_submitted_at: testNow - 60_000,
  last_sent_at: null,
};

it("a search for leads sends what was typed, and leaves tests out", async () => {
  const server = () => json({ items: [lead], next_cursor: null });
  const { out, sent } = await run(["lead", "list", "asha@example.com", "--status", "New"], { env, server });
  expect(Object.fromEntries(new URL(sent[0]?.request.url ?? "").searchParams)).toEqual({
    q: "asha@example.com",
    status: "New",
    is_test: "false",
    limit: "50",
  });
  expect(out.split("\n")[1]).toBe(
    "01a1  Asha  asha@example.com  –      Villas   New        2  2026-11-21 17:29:00 (1 minute ago)  nothing arrived yet",
  );
});
