import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run } from "../../../test/outside-in-memory.ts";

const nobody = {
  refused: {
    total: 0,
    no_contact: 0,
    invalid_contact: 0,
    empty_body: 0,
    unreadable_body: 0,
    unsupported_body: 0,
    too_large: 0,
    too_many_fields: 0,
    bad_idempotency_key: 0,
  },
  honeypot: { total: 0, dropped: 0, quarantined: 0, let_through: 0 },
};
const untold = { confirmed: 0, unconfirmed: 0, contacted: 0, qualified: 0, won: 0, lost: 0, returned: 0 };
const figures = {
  ...nobody,
  submissions: { total: 12, new_lead: 9, duplicate: 2, reengaged: 1, test: 0, blocked: 0 },
  deliveries: {
    delivered: 9,
    dead: 1,
    mended: 0,
    success_rate: 0.9,
    latency_p50_ms: 940,
    latency_p95_ms: 2_130,
  },
  outcomes: untold,
};
const nothing = {
  ...nobody,
  submissions: { total: 0, new_lead: 0, duplicate: 0, reengaged: 0, test: 0, blocked: 0 },
  deliveries: {
    delivered: 0,
    dead: 0,
    mended: 0,
    success_rate: null,
    latency_p50_ms: null,
    latency_p95_ms: null,
  },
  outcomes: untold,
};
const counted = {
  from: "2026-11-20",
  to: "2026-11-21",
  totals: figures,
  days: [
    { date: "2026-11-20", ...nothing },
    { date: "2026-11-21", ...figures },
  ],
  groups: [{ id: null, ...figures }],
  open_dead_letters: { total: 1, by_client: [] },
};
const serverOf =
  (told: object) =>
  ({ url }: Request) =>
    json(url.includes("/api/statistics") ? told : { items: [], next_cursor: null });
const server = serverOf(counted);

const queryOf = async (...args: string[]) => {
  const { sent } = await run(["stats", ...args], { env, server });
  return Object.fromEntries(new URL(sent[0]?.request.url ?? "").searchParams);
};

it("days are told one by one, below the whole of them", async () => {
  const { out, err } = await run(["stats"], { env, server });
  expect(err).toBe("Left out: a day with nothing.\n");
  expect(out).toBe(
    [
      "Days (UTC)    2026-11-20 to 2026-11-21",
      "Came in       12: 9 new lead, 2 duplicate, 1 reengaged",
      "Arrived       9",
      "Died          1",
      "Half within   0.9 s",
      "95 % within   2.1 s",
      "Success       90.0 %",
      "Dead letters  1 open: leadrelay dlq causes",
      "",
      "DAY         CAME IN  NEW  REENGAGED  DUPLICATE  TEST  BLOCKED  ARRIVED  DIED  SUCCESS  HALF WITHIN  95 % WITHIN",
      "2026-11-21       12    9          1          2     0        0        9     1   90.0 %        0.9 s        2.1 s",
      "",
    ].join("\n"),
  );
});

it("a destination has deliveries only, and may be one that is unknown", async () => {
  const { out } = await run(["stats", "--by", "destination"], { env, server });
  expect(out.split("\n").slice(9, 11)).toEqual([
    "DESTINATION  ARRIVED  DIED  SUCCESS  HALF WITHIN  95 % WITHIN",
    "unknown            9     1   90.0 %        0.9 s        2.1 s",
  ]);
});

it("days are UTC's, whatever the reader's time zone, and may be so long ago", async () => {
  expect(
    await queryOf("--since", "7d", "--until", "2026-11-20", "--by", "form", "--client", "cli_1"),
  ).toEqual({
    from: "2026-11-14",
    to: "2026-11-20",
    group_by: "form",
    client_id: "cli_1",
  });
  expect(await queryOf()).toEqual({});
});

it.each(["soon", "2026-02-30", "2026-11-21T14:00", "21.11."])("%s is no day", async (day) => {
  const { code, err } = await run(["stats", "--since", day], { env, server });
  expect([code, err]).toEqual([2, expect.stringContaining("7d, today, yesterday or 2026-11-21")]);
});

it("days that end before they begin are asked of nobody", async () => {
  const args = ["stats", "--since", "2026-11-20", "--until", "2026-11-01"];
  const { code, err, sent } = await run(args, { env, server });
  expect([code, sent.length, err]).toEqual([2, 0, expect.stringContaining("--since is after --until")]);
});

it("what is told by client, form or destination has its name, as far as it is known", async () => {
  const named = ({ url }: Request) =>
    url.includes("/api/forms")
      ? json({ items: [{ id: "form_1", name: "Site" }], next_cursor: null })
      : json({
          ...counted,
          groups: [
            { id: "form_1", ...figures },
            { id: null, ...figures },
          ],
        });
  const { out } = await run(["stats", "--by", "form"], { env, server: named });
  const lines = out.split("\n").slice(9, 12);
  expect(lines.map((line) => line.slice(0, 17).trimEnd())).toEqual([
    "FORM     NAME  CA",
    "form_1   Site",
    "unknown  –",
  ]);
  const asJson = await run(["stats", "--by", "form", "-o", "json"], { env, server: named });
  expect(asJson.sent).toHaveLength(1);
});

it("what died, is open no more and was not replayed is explained", async () => {
  const given = { ...counted, open_dead_letters: { total: 0, by_client: [] } };
  const { out } = await run(["stats"], { env, server: serverOf(given) });
  expect(out).toContain("Dead letters  none open\n              What died and was given up since");
});

it("what died and was replayed is told beside what arrived, and success is of what is settled now", async () => {
  const deliveries = { ...figures.deliveries, dead: 0, mended: 2, success_rate: 1 };
  const days = [
    { date: "2026-11-20", ...figures },
    { date: "2026-11-21", ...figures, deliveries },
  ];
  const told = { ...counted, totals: { ...figures, deliveries }, days };
  const { out } = await run(["stats"], { env, server: serverOf(told) });
  expect(out).toContain("Arrived       9, of them 2 that had died and were replayed\nDied          0\n");
  expect(out).toContain("Success       100.0 %");
  const [title = "", first = "", second = ""] = out.split("\n").slice(9);
  const at = title.indexOf("MENDED");
  expect([first, second].map((line) => line.slice(at, at + 6).trim())).toEqual(["0", "2"]);
});

it("nearly all is not all of it", async () => {
  const close = { ...figures, deliveries: { ...figures.deliveries, success_rate: 0.9999 } };
  const { out } = await run(["stats", "--by", "client"], {
    env,
    server: serverOf({ ...counted, groups: [{ id: "cli_1", ...close }] }),
  });
  expect(out).toContain("99.9 %");
});

it("who was refused, and filled a honeypot, is told where anybody was", async () => {
  const silencing = {
    ...figures,
    refused: { ...nobody.refused, total: 8, no_contact: 7, too_many_fields: 1 },
    honeypot: { ...nobody.honeypot, total: 3, dropped: 1, let_through: 2 },
  };
  const days = [{ date: "2026-11-20", ...nothing, refused: silencing.refused }];
  const { out, err } = await run(["stats"], {
    env,
    server: serverOf({ ...counted, totals: silencing, days }),
  });
  expect(out).toContain("Refused       8: 7 no contact, 1 too many fields\n");
  expect(out).toContain("Honeypot      3: 1 dropped, 2 let through\n");
  expect(out).toContain("BLOCKED  REFUSED  ARRIVED");
  expect(out).toMatch(/2026-11-20 +0 +0 +0 +0 +0 +0 +8 +0/);
  expect(err).toBe("");
});

it("what became of leads is told where anything was, on a day, too, on which nothing else was", async () => {
  const outcomes = { ...untold, confirmed: 8, unconfirmed: 1, won: 2 };
  const days = [
    { date: "2026-11-20", ...nothing, outcomes: { ...untold, won: 2 } },
    { date: "2026-11-21", ...figures, outcomes: { ...outcomes, won: 0 } },
  ];
  const told = { ...counted, totals: { ...figures, outcomes }, days };
  const { out, err } = await run(["stats"], { env, server: serverOf(told) });
  expect(out).toContain("Outcomes      8 confirmed, 1 unconfirmed, 2 won\n");
  expect(out).toContain("95 % WITHIN  CONFIRMED  UNCONFIRMED  WON\n");
  expect(out).toMatch(/2026-11-20 .* 0 +0 +2\n/);
  expect(err).toBe("");
  const csv = await run(["stats", "--output", "csv"], { env, server: serverOf(told) });
  expect(csv.out.split("\r\n")[0]).toMatch(/,confirmed,unconfirmed,contacted,qualified,won,lost,returned$/);
  expect(csv.out).toContain(",0,0,0,0,2,0,0\r\n");
});

it("as CSV every day has its line with all figures, and a group its name", async () => {
  const days = [
    { date: "2026-11-20", ...figures },
    { date: "2026-11-21", ...nothing },
  ];
  const csv = ["stats", "--output", "csv"];
  const { code, out } = await run(csv, { env, server: serverOf({ ...counted, days }) });
  const lines = out.split("\r\n");
  expect([code, lines.length]).toEqual([0, 4]);
  expect(lines[0]).toMatch(
    /^day,total,new_lead,duplicate,reengaged,test,blocked,refused,honeypot,delivered,dead,/,
  );
  expect(lines[2]).toMatch(/^2026-11-21,0,0,/);
  const groups = [{ id: "=cmd", ...figures }];
  const { out: grouped } = await run([...csv, "--by", "source"], {
    env,
    server: serverOf({ ...counted, groups }),
  });
  expect(grouped).toContain('\r\n"\'=cmd",');
});
