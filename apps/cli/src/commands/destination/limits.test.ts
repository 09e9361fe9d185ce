import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const limits = {
  time_zone: "Asia/Kolkata",
  week_starts: "monday",
  caps: [{ per: "day", leads: 50, source: null }],
  hours: null,
  holidays: [],
};
const destination = {
  id: "dst_1",
  client_id: "cli_1",
  name: "Make",
  kind: "make",
  settings: {},
  enabled: true,
  disabled_reason: null,
  disabled_at: null,
  event_types: ["lead.created"],
  environments: ["production"],
  takes_test: false,
  retry_schedule: null,
  timeout_ms: null,
  limits,
  created_at: testNow,
  updated_at: testNow,
  deleted_at: null,
  waits: { held: 0, pending: 0, dead: 0 },
  what_next: "It took 12 of 50 a day.",
};
const server = () => json(destination, { headers: { etag: '"7"' } });
const limit = async (...options: string[]) => {
  const { sent, out, err } = await run(["destination", "limits", "dst_1", ...options], { env, server });
  const body = sent.find(({ request }) => request.method === "PATCH")?.body;
  return {
    limits: body === undefined ? undefined : (JSON.parse(body) as { limits: unknown }).limits,
    out,
    err,
  };
};

it.each<[what: string, options: string[], after: object | null]>([
  [
    "a cap takes the place of those there are",
    ["--cap", "10/hour"],
    { caps: [{ per: "hour", leads: 10, source: null }] },
  ],
  [
    "several caps, one of them of a source",
    ["--cap", "10/hour", "--cap", "5/day:Facebook Ads"],
    {
      caps: [
        { per: "hour", leads: 10, source: null },
        { per: "day", leads: 5, source: "Facebook Ads" },
      ],
    },
  ],
  ["no caps", ["--no-caps"], { caps: [] }],
  [
    "hours, twice a day, beside the caps there are",
    ["--hours", "monday=09:00-13:00,14:00-18:00", "--hours", "friday=22:00-02:00"],
    { hours: { monday: ["09:00-13:00", "14:00-18:00"], friday: ["22:00-02:00"] } },
  ],
  ["no hours", ["--no-hours"], { hours: null }],
  ["holidays", ["--holidays", "2026-12-25,2026-12-26"], { holidays: ["2026-12-25", "2026-12-26"] }],
  ["another time zone", ["--time-zone", "Europe/Berlin"], { time_zone: "Europe/Berlin" }],
  ["none at all", ["--none"], null],
])("%s: %j", async (_what, options, after) => {
  expect((await limit(...options)).limits).toEqual(after === null ? null : { ...limits, ...after });
});

it("without options nothing is changed, and it is told what is set and how far it is used", async () => {
  const { limits: changed, out } = await limit();
  expect(changed).toBeUndefined();
  expect(out).toContain("50 a day");
  expect(out).toContain("in the time of Asia/Kolkata");
  expect(out).toContain("It took 12 of 50 a day.");
});

it.each(["50", "50/fortnight", "many/day"])("what is no cap is said to be none: %s", async (cap) => {
  expect((await limit("--cap", cap)).err).toContain("such as 50/day");
});
