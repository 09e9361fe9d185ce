import type { IntakeReason } from "@leadrelay/contracts/intake-counts";
import { dayOf } from "@leadrelay/core/statistics/day-of";
import { halfHourOf } from "@leadrelay/core/statistics/half-hour-of";
import { hourOf } from "@leadrelay/core/statistics/hour-of";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { addSubmissionCounts } from "@leadrelay/db/statistics/add-counts";
import { addIntakeCounts } from "@leadrelay/db/statistics/add-intake-counts";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { placeRow } from "../../../../test/place-row.ts";
import { rememberingD1, scannedTables } from "../../../../test/query-plans.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const hour = 3_600_000;
const day = 24 * hour;
/** So early that the last two hours are of two days. */
const now = Math.floor(Date.now() / day) * day + 10 * 60_000;

interface Shown {
  name: string;
  state: string;
  message: string;
  what_to_do: string | null;
}

/** What health says of a house's forms. */
async function told(house: House, as = house.viewer, given: Parameters<typeof testApi>[0] = {}) {
  const api = testApi({ now: () => now, ...given });
  const { body } = await api.call("GET", "/api/health", { as });
  const checks = body.checks as Shown[];
  const of = (name: string) => checks.find((check) => check.name === name);
  return { refused: of("refused_posts"), dropped: of("dropped_posts") };
}

const placeOf = ({ clientId, formId }: House, at: number) => ({
  client_id: clientId,
  form_id: formId,
  day: dayOf(at),
  hour: hourOf(at),
});
const lose = (
  house: House,
  value: number,
  { at = now, reason = "no_contact", fields }: { at?: number; reason?: IntakeReason; fields?: string[] } = {},
) =>
  runBatch(
    env.DB,
    addIntakeCounts(pipelineScope, [
      {
        ...placeOf(house, at),
        reason,
        value,
        fields_json: fields === undefined ? null : JSON.stringify(fields),
      },
    ]),
  );
const take = (house: House, value: number, at = now) =>
  runBatch(
    env.DB,
    addSubmissionCounts(pipelineScope, [
      { ...placeOf(house, at), half_hour: halfHourOf(at), origin: null, at, outcome: "new_lead", value },
    ]),
  );

it("a form whose mapping refuses every post is named, with why, what came, and what to type next", async () => {
  const house = await newHouse();
  await lose(house, 5, { fields: ["your-name", "your-mail"] });
  const { refused, dropped } = await told(house);
  expect(refused).toMatchObject({ state: "warning" });
  expect(refused?.message).toBe(
    `Form (${house.formId}) refused 5 of 5 posts, because no e-mail and no phone was found; the fields of the last one: your-name, your-mail.`,
  );
  expect(refused?.what_to_do).toContain(`leadrelay form show ${house.formId}`);
  expect(refused?.what_to_do).toContain(`--map 'your-mail=email'`);
  expect(dropped).toMatchObject({ state: "ok" });
});

it("one that takes most, lost few, or lost them long ago is well", async () => {
  const houses = await Promise.all([newHouse(), newHouse(), newHouse()]);
  const [busy, quiet, old] = houses;
  await Promise.all([lose(busy, 50), take(busy, 60), lose(quiet, 4), lose(old, 500, { at: now - 3 * hour })]);
  for (const house of houses) expect(await told(house)).toMatchObject({ refused: { state: "ok" } });
});

it("the hour before counts too, over midnight, and what was taken in it", async () => {
  const house = await newHouse();
  await lose(house, 3, { at: now - hour });
  await lose(house, 2);
  expect((await told(house)).refused?.message).toContain("refused 5 of 5 posts");
  await take(house, 4, now - hour);
  await take(house, 100, now - 3 * hour);
  expect((await told(house)).refused?.message).toContain("refused 5 of 9 posts");
  await take(house, 2);
  expect((await told(house)).refused?.state).toBe("ok");
});

it("what the version before counted in these two hours counts", async () => {
  const house = await newHouse();
  await lose(house, 5);
  for (const [at, value] of [
    [now, 30],
    [now - hour, 20],
  ] as const)
    await placeRow("submission_counters", {
      ...placeOf(house, at),
      outcome: "new_lead",
      value: 500,
      in_hour: value,
      hour_before: 0,
    });
  expect((await told(house)).refused?.state).toBe("ok");
});

it("what a form usually refuses is known from the week before", async () => {
  const house = await newHouse();
  for (const days of [1, 7]) {
    await lose(house, 30, { at: now - days * day - 6 * hour });
    await take(house, 20, now - days * day - 6 * hour);
  }
  await lose(house, 7);
  await take(house, 3);
  expect((await told(house)).refused?.state).toBe("ok");
  await lose(house, 5);
  expect((await told(house)).refused?.message).toContain("refused 12 of 15 posts");
});

it("of several reasons the most frequent is told, and the form that refuses most comes first", async () => {
  const house = await newHouse();
  await lose(house, 9, { reason: "too_many_fields" });
  await lose(house, 6, { reason: "invalid_contact" });
  const { refused } = await told(house);
  expect(refused?.message).toContain("refused 15 of 15 posts, most because there were more than 200 fields");
  expect(refused?.message).not.toContain("fields of the last");
});

it("a form that drops everybody for a filled honeypot is told of, with how to keep what comes", async () => {
  const house = await newHouse();
  await lose(house, 6, { reason: "honeypot" });
  await lose(house, 60, { reason: "honeypot_let_through" });
  const { refused, dropped } = await told(house);
  expect(refused?.state).toBe("ok");
  expect(dropped).toMatchObject({
    state: "warning",
    message: `Form (${house.formId}) dropped 6 of 6 posts for a filled honeypot.`,
    what_to_do: expect.stringContaining(`leadrelay form change ${house.formId} --honeypot quarantine`),
  });
});

it("nobody is told of another's forms, nor of one that is deleted", async () => {
  const [house, other] = await Promise.all([newHouse(), newHouse()]);
  await lose(house, 50);
  expect((await told(other)).refused?.state).toBe("ok");
  await env.DB.prepare("UPDATE forms SET deleted_at = 1 WHERE id = ?").bind(house.formId).run();
  expect((await told(house)).refused?.state).toBe("ok");
});

it("no statement about it scans a table", async () => {
  const house = await newHouse();
  await lose(house, 50);
  const { d1, asked } = rememberingD1();
  expect((await told(house, house.viewer, { leadDatabase: () => d1, control: d1 })).refused?.state).toBe(
    "warning",
  );
  const about = [...asked].filter((sql) => /_counters|known\.name/.test(sql));
  expect(about).toHaveLength(3);
  for (const sql of about) expect({ sql, scans: await scannedTables(sql) }).toEqual({ sql, scans: [] });
});
