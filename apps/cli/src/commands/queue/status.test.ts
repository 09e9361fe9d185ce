import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const totals = {
  refused: { total: 2, no_contact: 2 },
  honeypot: { total: 0 },
  submissions: { total: 12, new_lead: 10, duplicate: 2, reengaged: 0, test: 0, blocked: 0 },
  outcomes: { confirmed: 4, unconfirmed: 0, won: 1 },
  deliveries: { delivered: 9, dead: 1, success_rate: 0.9, latency_p50_ms: 940, latency_p95_ms: 2_130 },
};
const none = { count: 0, is_more: false };
const backlog = {
  due: none,
  later: none,
  in_flight: none,
  held: { count: 1000, is_more: true },
  failing: { count: 50, is_more: false },
  oldest_due_at: null,
};
const waiting = {
  server_time: testNow,
  ...backlog,
  dead: 1,
  spilled: { count: 2, is_more: false },
  parked: none,
  queues: null,
  destinations: [
    {
      id: "dst_1",
      name: "Make",
      client_id: "cli_1",
      enabled: false,
      health: null,
      ...backlog,
      failing_status_code: 500,
      standing: { state: "on", words: "takes leads", since: null, until: null },
    },
  ],
};
const clients = { items: [{ id: "cli_1", name: "Villas", deleted_at: null }], next_cursor: null };
const answering =
  (status: object) =>
  ({ url }: Request) => {
    const { pathname } = new URL(url);
    if (pathname === "/api/clients") return json(clients);
    return json(
      pathname === "/api/statistics" ? { totals, open_dead_letters: { total: 1, by_client: [] } } : status,
    );
  };
const server = answering(waiting);

it("today, what waits where and what needs a person are told in a few lines", async () => {
  const { out, sent } = await run(["queue", "status", "--client", "cli_1"], { env, server });
  expect(out).toBe(
    [
      "Day (UTC)     2026-11-21",
      "Came in       12: 10 new lead, 2 duplicate",
      "Refused       2: 2 no contact",
      "Arrived       9",
      "Died          1",
      "Outcomes      4 confirmed, 1 won",
      "Half within   0.9 s",
      "95 % within   2.1 s",
      "Due now       0",
      "Due later     0",
      "Failing       50 wait for another try: Make (HTTP 500)",
      "Under way     0",
      "Held          1000+",
      "Spilled       2",
      "Parked        0",
      "Dead letters  1 open: leadrelay dlq causes",
      "",
      "WAITING FOR                 CLIENT  DUE  LATER  UNDER WAY   HELD  LONGEST DUE",
      "Make (dst_1), switched off  Villas    0      0          0  1000+  –",
      "",
    ].join("\n"),
  );
  const asked = sent
    .map(({ request }) => new URL(request.url))
    .filter((one) => one.pathname !== "/api/clients");
  expect(asked.map((one) => one.searchParams.get("client_id"))).toEqual(["cli_1", "cli_1"]);
});

it("a destination that is down is told to be, and since when", async () => {
  const health = { state: "down", since: Date.UTC(2026, 10, 21, 3, 4, 5), next_probe_at: 1 };
  const [first] = waiting.destinations;
  const down = { ...waiting, destinations: [{ ...first, enabled: true, health }] };
  const { out } = await run(["queue", "status"], {
    env,
    server: answering(down),
  });
  expect(out).toMatch(/Make \(dst_1\), down since \S+/);
});

it("a destination that is full is told to be, and until when", async () => {
  const words = "is full until 18:00 IST (50 of 50 a day)";
  const [destination] = waiting.destinations;
  const full = { ...destination, enabled: true, standing: { state: "full", words, since: null, until: 1 } };
  const status = { ...waiting, destinations: [full] };
  const { out } = await run(["queue", "status", "--client", "cli_1"], { env, server: answering(status) });
  expect(out).toContain(`Make (dst_1), ${words}`);
});
