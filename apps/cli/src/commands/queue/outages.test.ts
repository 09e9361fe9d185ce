import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const summary = {
  submission_id: "01a2",
  client_id: "cli_1",
  form_key: "frm_site",
  tries: 3,
  error: "D1_ERROR:\nno such table",
  sent: [
    { destination_id: "dst_1", outcome: "delivered" },
    { destination_id: "dst_2", outcome: "failed" },
  ],
  received_at: testNow - 60_000,
  failed_at: testNow - 1_000,
  stored_at: null,
};

it("leads that were sent without the database are listed with where they went", async () => {
  const items = [summary, { ...summary, sent: [], stored_at: testNow }];
  const server = () => json({ items, next_cursor: null });
  const { out, sent } = await run(["queue", "outages", "--client", "cli_1"], { env, server });
  expect(new URL(sent[0]?.request.url ?? "").search).toBe("?client_id=cli_1&limit=50");
  const [, first = "", second = "", third = ""] = out.split("\n");
  expect(first).toMatch(
    /^01a2 +cli_1 +frm_site +2026-11-21 17:29:00 .* dst_1: delivered +waits +3 .* D1_ERROR: no such/,
  );
  expect(second.trim()).toBe("dst_2: failed");
  expect(third).toMatch(/not yet +2026-11-21 17:30:00/);
});

it("none at all ends with 5", async () => {
  const server = () => json({ items: [], next_cursor: null });
  const { code, err } = await run(["queue", "outages"], { env, server });
  expect([code, err]).toEqual([5, "No lead that was sent without the database matches.\n"]);
});
