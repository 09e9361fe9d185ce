import { dayOf } from "@leadrelay/core/statistics/day-of";
import { hourOf } from "@leadrelay/core/statistics/hour-of";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope, type OperatorScope } from "@leadrelay/db/scope";
import { formActivity } from "@leadrelay/db/statistics/form-activity";
import { addIntakeCounts } from "@leadrelay/db/statistics/add-intake-counts";
import { postsOfForm } from "@leadrelay/db/submissions/posts-of-form";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { deliverMessages, testNow } from "../../../../test/deliver-messages.ts";
import { scannedTables } from "../../../../test/query-plans.ts";
import { sampleSubmission } from "../../../../test/sample-submission.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi({ now: () => testNow });

/** Posts to a house's form, oldest first. */
const post = ({ clientId, formId }: House, ...payloads: Record<string, string>[]) =>
  deliverMessages(
    payloads.map((payload, index) =>
      sampleSubmission({
        form: { form_id: formId, client_id: clientId, database: "DB", default_region: null },
        received_at: testNow - 60_000 + index,
        fields: { email: `${index}@b.co` },
        payload,
      }),
    ),
  );
const anna = { "your-name": "Anna Müller", email: "anna@b.co", budget: "90" };

describe("fields that were seen", () => {
  it("are those of the form's last posts, with what each is taken for", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    await post(house, { old: "x", email: "" }, anna);
    await post(other, { foreign: "x" });
    const path = `/api/forms/${house.formId}/seen-fields`;
    expect((await call("GET", path, { as: house.admin })).body).toEqual({
      posts: 2,
      latest_at: testNow - 59_999,
      fields: [
        { name: "your-name", posts: 1, sample: "Anna Müller", taken_for: null, why: "none" },
        { name: "email", posts: 2, sample: "anna@b.co", taken_for: "email", why: "name" },
        { name: "budget", posts: 1, sample: "90", taken_for: null, why: "none" },
        { name: "old", posts: 1, sample: "x", taken_for: null, why: "none" },
      ],
    });
    expect((await call("GET", `${path}?last=1`, { as: house.admin })).body).toMatchObject({ posts: 1 });
    expect((await call("GET", path, { as: other.owner })).status).toBe(404);
  });

  it("show nobody to whoever sees contacts masked", async () => {
    const house = await newHouse();
    await post(house, anna);
    const { body } = await call("GET", `/api/forms/${house.formId}/seen-fields`, { as: house.viewer });
    expect((body.fields as { sample: string }[]).map(({ sample }) => sample)).toEqual([
      "•••",
      "a•••@b.co",
      "•••",
    ]);
    expect(JSON.stringify(body)).not.toMatch(/Anna|anna@/);
  });

  it("cost the same however many leads others have", async () => {
    const house = await newHouse();
    await post(house, anna);
    const scope: OperatorScope = {
      kind: "operator",
      clients: [{ id: house.clientId, database: "DB", masked: false }],
      agencyIds: [],
      isInstallation: false,
    };
    const asked = postsOfForm(
      scope,
      { client_id: house.clientId, form_id: house.formId },
      { last: 20, nowMs: testNow },
    );
    for (const { query } of [asked, formActivity(scope, [house.clientId], 1)])
      // What was looked at is no table: at most 500 rows, and no more than until enough are found.
      expect((await scannedTables(query.sql)).filter((scan) => scan !== "SCAN looked")).toEqual([]);
    const { meta } = await env.DB.prepare(asked.query.sql)
      .bind(...asked.query.parameters)
      .all();
    expect(meta.rows_read).toBeLessThanOrEqual(6);
  });
});

describe("another mapping", () => {
  const preview = (house: House, field_mapping: Record<string, string>, as = house.admin) =>
    call("POST", `/api/forms/${house.formId}/preview`, { as, body: { field_mapping } });

  it("is told on the form's last posts, and changes nothing", async () => {
    const house = await newHouse();
    await post(house, anna, { email: "b@b.co" });
    expect((await preview(house, { "your-name": "name", email: "cta" })).body).toMatchObject({
      posts: 2,
      otherwise: 2,
      refused: 2,
      items: [
        { changes: [{ field: "email", before: "b@b.co", after: null }, { field: "cta" }] },
        {
          changes: [{ field: "email" }, { field: "cta" }, { field: "name", after: "Anna Müller" }],
          refused_after: true,
        },
      ],
    });
    const form = await call("GET", `/api/forms/${house.formId}`, { as: house.admin });
    expect(form.body.field_mapping).toEqual({});
  });

  it("is shown to nobody who may not change it", async () => {
    const house = await newHouse();
    expect((await preview(house, {}, house.viewer)).status).toBe(403);
    expect((await preview(house, { a: "no field" })).status).toBe(422);
  });
});

it("what came of a form's posts is told by day, and that it has gone quiet", async () => {
  const house = await newHouse();
  const place = { client_id: house.clientId, form_id: house.formId };
  await post(house, anna, anna);
  await runBatch(
    env.DB,
    addIntakeCounts(pipelineScope, [
      {
        ...place,
        day: dayOf(testNow),
        hour: hourOf(testNow),
        reason: "no_contact",
        value: 3,
        fields_json: '["a"]',
      },
      { ...place, day: dayOf(testNow) - 1, hour: 1, reason: "honeypot", value: 2, fields_json: null },
    ]),
  );
  const activity = async (now: number, as = house.viewer) =>
    (await testApi({ now: () => now }).call("GET", `/api/form-activity?form_id=${house.formId}`, { as }))
      .body;
  const now = (await activity(testNow)).items as { days: unknown[] }[];
  expect(now).toMatchObject([
    { form_id: house.formId, taken: 2, refused: 3, honeypot: 2, is_quiet: false, refused_fields: ["a"] },
  ]);
  expect(now[0]?.days.at(-1)).toMatchObject({ taken: 2, refused: 3, honeypot: 0 });
  await env.DB.prepare(
    "UPDATE day_counters SET came_json = replace(replace(came_json, ':2', ':60'), ':1', ':30') WHERE client_id = ?",
  )
    .bind(house.clientId)
    .run();
  expect((await activity(testNow + 5 * 86_400_000)).items).toMatchObject([{ is_quiet: true, taken: 60 }]);
});
