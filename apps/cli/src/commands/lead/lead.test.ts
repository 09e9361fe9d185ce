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

it("a lead is moved and noted on", async () => {
  const moved = await run(["lead", "move", "01a1", "Site visit"], {
    env,
    server: () => json({ ...lead, status: "Site visit" }),
  });
  expect(moved.out).toBe("Asha is at Site visit now.\n");
  expect(moved.sent[0]?.request.url).toMatch(/\/api\/leads\/01a1$/);
  const noted = await run(["lead", "note", "01a1", "Called back"], {
    env,
    server: () => json({ id: "n" }, { status: 201 }),
  });
  expect([noted.code, JSON.parse(noted.sent[0]?.body ?? "")]).toEqual([0, { text: "Called back" }]);
});
