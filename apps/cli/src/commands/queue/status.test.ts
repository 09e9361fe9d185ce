import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run } from "../../../test/outside-in-memory.ts";

const totals = {
  submissions: { total: 12, new_lead: 10, duplicate: 2, reengaged: 0, test: 0, blocked: 0 },
  deliveries: { delivered: 9, dead: 1, success_rate: 0.9, latency_p50_ms: 940, latency_p95_ms: 2_130 },
};
const server = ({ url }: Request) => {
  const { pathname, searchParams } = new URL(url);
  if (pathname === "/api/statistics") return json({ totals, open_dead_letters: { total: 1, by_client: [] } });
  const held = searchParams.get("status") === "held";
  return json({ items: held ? [{}] : [], next_cursor: held ? "more" : null });
};

it("today, what waits and what needs a person are told in a few lines", async () => {
  const { out, sent } = await run(["queue", "status", "--client", "cli_1"], { env, server });
  expect(out).toBe(
    [
      "Day (UTC)     2026-11-21",
      "Came in       12: 10 new lead, 2 duplicate",
      "Arrived       9",
      "Died          1",
      "Half within   0.9 s",
      "95 % within   2.1 s",
      "Waiting       0",
      "Under way     0",
      "Held          1 or more",
      "Dead letters  1 open: leadrelay dlq causes",
      "",
    ].join("\n"),
  );
  expect(sent.every(({ request }) => new URL(request.url).searchParams.get("client_id") === "cli_1")).toBe(
    true,
  );
});
