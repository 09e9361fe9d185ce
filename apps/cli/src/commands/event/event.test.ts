import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const event = {
  id: "evt_1",
  client_id: "cli_1",
  lead_id: "01a1",
  submission_id: "01a2",
  type: "lead.created",
  payload: { email: "asha@example.com" },
  masked: false,
  created_at: testNow - 60_000,
};
const server = () => json({ items: [event], next_cursor: null });

it("events are listed by what they are and what brought them about", async () => {
  const { out, sent } = await run(["event", "list", "--type", "lead.created", "--client", "cli_1"], {
    env,
    server,
  });
  expect(new URL(sent[0]?.request.url ?? "").search).toBe("?client_id=cli_1&type=lead.created&limit=50");
  expect(out.split("\n")[1]).toBe(
    "evt_1  lead.created  01a1  01a2        cli_1   2026-11-21 17:29:00 (1 minute ago)",
  );
});

it("a lead's events are all of them: no other filter goes with it", async () => {
  const { sent } = await run(["event", "list", "--lead", "01a1", "--limit", "5"], { env, server });
  expect(sent[0]?.request.url).toMatch(/\/api\/leads\/01a1\/events\?limit=5$/);
  const both = await run(["event", "list", "--lead", "01a1", "--type", "lead.created"], { env, server });
  expect([both.code, both.sent.length, both.err]).toEqual([2, 0, expect.stringContaining("--type")]);
});

it("what destinations are sent is in the document", async () => {
  const { out } = await run(["event", "list", "-o", "json"], { env, server });
  expect(JSON.parse(out)).toMatchObject({ items: [{ payload: event.payload }] });
});
