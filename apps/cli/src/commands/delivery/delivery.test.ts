import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const delivery = {
  id: "6bbde7b5-7fdb-83e9-ab31-475779792369",
  client_id: "cli_1",
  contact_name: "Asha",
  contact_email: "asha@example.com",
  contact_phone: "+91-9999999999",
  lead_id: "01a1",
  form_id: "form_1",
  destination_id: "dst_1",
  destination_name: "Make",
  status: "dead",
  attempts: 1,
  max_attempts: 10,
  next_attempt_at: null,
  lease_until: null,
  settled_at: testNow - 3_600_000,
  created_at: testNow - 7_200_000,
  last_status_code: 400,
  last_error: `No such\nscenario ${"x".repeat(200)}`,
  dead_letter_id: "dlt_1",
};
const details = {
  ...delivery,
  what_next: "Somebody has to replay it.",
  actions: [
    {
      operation: "changeDestination",
      method: "PATCH",
      path: "/api/destinations/dst_1",
      field: "settings",
      setting: "address",
    },
  ],
  earlier_attempts: null,
  attempts_made: [
    {
      number: 1,
      outcome: "refused",
      status_code: 400,
      error: "No such scenario",
      started_at: testNow - 7_200_000,
      duration_ms: 12,
      exchanges: null,
    },
  ],
  dead_letter: {
    id: "dlt_1",
    kind: "delivery",
    cause: "refused 400",
    state: "open",
    last_failed_at: testNow,
  },
  event: {
    id: "evt_1",
    type: "lead.created",
    submission_id: "sub_1",
    created_at: testNow,
    payload: { email: "asha@example.com" },
  },
};

it("a list of deliveries asks for what was given, and no more", async () => {
  const server = () => json({ items: [delivery], next_cursor: null });
  const args = [
    "delivery",
    "list",
    "--status",
    "dead",
    "--client",
    "cli_1",
    "--since",
    "2h",
    "--until",
    "2026-11-21T12:00Z",
  ];
  const { out, sent } = await run(args, { env, server });
  expect(Object.fromEntries(new URL(sent[0]?.request.url ?? "").searchParams)).toEqual({
    status: "dead",
    client_id: "cli_1",
    since: String(testNow - 7_200_000),
    until: String(testNow),
    limit: "50",
  });
  const [, row = ""] = out.split("\n");
  expect(row).toMatch(
    /^6bbde7b5-7fdb-83e9-ab31-475779792369 {2}dead {4}Asha, asha@example\.com {2}Make {10}1\/10 {2}2026-11-21 15:30:00 \(2 hours ago\)/,
  );
  expect(row).toMatch(/400 No such scenario x+$/);
});

it("a delivery is told with what it waits for, each try whole, and what was sent", async () => {
  const { out } = await run(["delivery", "show", delivery.id], { env, server: () => json(details) });
  expect(out).toContain("What next    Somebody has to replay it.\n");
  expect(out).toContain("You can      leadrelay destination change dst_1 --address\n");
  expect(out).toContain("Letter       dlt_1 (open: refused 400)\n");
  expect(out).toMatch(
    / {2}1 {2}2026-11-21 15:30:00 \(2 hours ago\) {2}12 ms {2}refused {3}400 {2}No such scenario\n/,
  );
  expect(out).toContain('"email": "asha@example.com"');
});

const tried = (number: number, body: string) => ({
  ...details.attempts_made[0],
  number,
  exchanges: [
    {
      request: { method: "POST", url: "https://a.example/…", headers: {}, body: '{"a":1}', is_cut: false },
      answer: number === 1 ? null : { status: 400, headers: {}, body, is_cut: false },
    },
  ],
});

it.each([
  [
    "the last",
    [],
    'Try 2\nSent\nPOST https://a.example/…\n\n{\n  "a": 1\n}\n\nAnswered\nHTTP 400\n\nno \\u001b[2J\n',
    1,
  ],
  ["the one that is named", ["--try", "1"], "Try 1\nSent\n", 2],
])("of tries whose exchange is kept %s is shown whole", async (_which, args, text, other) => {
  const kept = { ...details, attempts_made: [tried(1, ""), tried(2, "no \u001B[2J")] };
  const { out } = await run(["delivery", "show", delivery.id, ...args], { env, server: () => json(kept) });
  expect(out).toContain(text);
  expect(out).toContain(`Of other tries: leadrelay delivery show ${delivery.id} --try ${other}\n`);
  expect(out).not.toContain('asha@example.com"');
});

it("a delivery with more tries than one answer shows says how to see the others", async () => {
  const tried = { ...details, earlier_attempts: 151 };
  const asked = ["delivery", "show", delivery.id, "--attempts-before", "251"];
  const { out, sent } = await run(asked, { env, server: () => json(tried) });
  expect(out).toContain(`leadrelay delivery show ${delivery.id} --attempts-before 151`);
  expect(sent.map(({ request }) => new URL(request.url).search)).toEqual(["?attempts_before=251"]);
});

it("a delivery whose lead was erased, or that was never tried, is told as well", async () => {
  const bare = {
    ...details,
    lead_id: null,
    event: null,
    dead_letter: null,
    attempts_made: [],
    destination_name: null,
  };
  const { code, out } = await run(["delivery", "show", delivery.id], { env, server: () => json(bare) });
  expect(code).toBe(0);
  expect(out).toContain("Lead         erased\n");
  expect(out).toContain("Not tried yet.");
});

it.each([
  [["--status", "lost"], "Allowed choices are pending, in_flight"],
  [["--since", "lately"], "Write it as 2h, 7d"],
])("%j is a wrong usage", async (args, what) => {
  const { code, err } = await run(["delivery", "list", ...args], { env });
  expect(code).toBe(2);
  expect(err).toContain(what);
});

it.each<[what: string, confirmation: object | null, status: string, lines: RegExp]>([
  [
    "to be confirmed",
    { state: "waiting", due_at: testNow, unconfirmed_at: null, confirmed_at: null },
    "delivered",
    /To be confirmed\s+by \d/,
  ],
  [
    "never confirmed",
    { state: "unconfirmed", due_at: null, unconfirmed_at: testNow, confirmed_at: null },
    "unconfirmed",
    /Not confirmed\s+by \d/,
  ],
  [
    "confirmed late",
    { state: "confirmed", due_at: null, unconfirmed_at: testNow, confirmed_at: testNow },
    "delivered",
    /Confirmed\s+\d.*, late: it was missed \d/,
  ],
])(
  "a delivery that is %s says so, by its status and until when",
  async (_what, confirmation, status, lines) => {
    const shown = { ...details, status: "delivered", receiver_id: "512", confirmation };
    const { out } = await run(["delivery", "show", delivery.id], { env, server: () => json(shown) });
    expect(out).toMatch(new RegExp(`Status\\s+${status}`));
    expect(out).toMatch(lines);
    expect(out).toMatch(/Receiver's id\s+512/);
  },
);
