import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { sealedSourceAt, sourceSnapshotSchema } from "@leadrelay/contracts/source-snapshot";
import { newestTimes, watchedSources } from "@leadrelay/db/sources/watched-sources";
import { findSource } from "@leadrelay/db/sources/find-source";
import { listSources } from "@leadrelay/db/sources/list-sources";
import { lastLeads, newestSourceLeads, noteSourceLeads } from "@leadrelay/db/sources/source-leads";
import {
  staleSourceIdAt,
  staleSources,
  staleSourcesByIds,
  waitingSources,
} from "@leadrelay/db/publishing/stale-sources";
import { pipelineScope, type OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { hashOfSecret } from "@leadrelay/signing/callbacks/callback-secret";
import { readOpened } from "@leadrelay/sources/read-opened";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { deliverMessages, testNow } from "../../../../test/deliver-messages.ts";
import { scannedTables } from "../../../../test/query-plans.ts";
import { sampleSubmission } from "../../../../test/sample-submission.ts";
import { rows } from "../../../../test/tenant.ts";
import { dependenciesOf } from "../../../dependencies.ts";
import { publishSources } from "../../../sweeps/publish/publish-sources.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

interface Secret {
  name: string;
  value: string;
}
const create = (house: House, body: Record<string, unknown> = {}, as = house.admin) =>
  call("POST", "/api/sources", {
    as,
    body: { form_id: house.formId, name: "Ads", kind: "google_ads", ...body },
  });
const secretOf = (secrets: Secret[], name: string) => secrets.find((one) => one.name === name)?.value ?? "";
const keyOf = (secrets: Secret[]) => secretOf(secrets, "address").replace(/^.*\/s\//, "");
const snapshotOf = async (key: string) => env.KV.get(kvKeys.source(await hashOfSecret(key)), "json");
const openedAt = async (key: string) => {
  const { source_id, sealed_settings } = sourceSnapshotSchema.parse(await snapshotOf(key));
  const sealer = await dependenciesOf(env).intakeSealer?.();
  return readOpened((await sealer?.open(sealed_settings, sealedSourceAt(source_id))) ?? "");
};
const anyVersion = { "if-match": "*" };

describe("a source that is added", () => {
  it("is at the edge at once, sealed, and its key is shown this once", async () => {
    const house = await newHouse();
    const { status, body } = await create(house);
    const key = keyOf(body.secrets);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      client_id: house.clientId,
      form_id: house.formId,
      kind: "google_ads",
      enabled: true,
      snapshot: { state: "published" },
    });
    expect(body.key_hint).toBe(`…${key.slice(-4)}`);
    const google = secretOf(body.secrets, "google_key");
    expect((await openedAt(key)).settings).toEqual({ google_key: google });
    const shown = (await call("GET", `/api/sources/${body.id}`, { as: house.viewer })).body;
    expect(shown).toMatchObject({ last_lead_at: null, newest_leads: [], settings: { has_google_key: true } });
    expect(shown.guide.length).toBeGreaterThan(1);
    const stored = JSON.stringify([
      shown,
      await rows("SELECT * FROM sources WHERE id = ?", body.id),
      await rows("SELECT * FROM audit_log WHERE client_id = ?", house.clientId),
    ]);
    for (const secret of [key, google]) expect(stored).not.toContain(secret);
  });

  it("of a server that signs has a key's id, and one secret in both spellings", async () => {
    const house = await newHouse();
    const { body } = await create(house, { kind: "signed" });
    expect(secretOf(body.secrets, "key_id")).toMatch(/^lrk_/);
    expect(body.key_hint).toBe(secretOf(body.secrets, "key_id"));
    expect(secretOf(body.secrets, "secret")).toMatch(/^lrs_/);
    expect(secretOf(body.secrets, "webhook_secret")).toMatch(/^whsec_/);
    expect(secretOf(body.secrets, "posting_document")).toContain(`/v1/leads/${body.key_hint}`);
  });

  it.each([
    ["a kind there is not", { kind: "pigeon" }, 422],
    ["a setting there is not", { settings: { colour: "red" } }, 422],
    ["a setting by a name that every object has", { settings: { constructor: "red" } }, 422],
    ["a setting that is wrong", { kind: "generic", settings: { preset: "fax" } }, 422],
    [
      "a secret for a tool that signs nothing",
      { kind: "generic", settings: { preset: "jotform", signing_secret: "x" } },
      422,
    ],
    ["a name that breaks a line", { name: "A\nB" }, 422],
    ["a form there is not", { form_id: "form_none" }, 404],
  ])("is refused with %s", async (_what, body, status) => {
    expect((await create(await newHouse(), body)).status).toBe(status);
  });

  it("is nobody else's to see, to add to, or to change", async () => {
    const [house, other] = [await newHouse(), await newHouse()];
    const { body } = await create(house);
    const at = `/api/sources/${body.id}`;
    expect((await create(house, {}, other.admin)).status).toBe(404);
    for (const [method, path, given] of [
      ["GET", at, undefined],
      ["PATCH", at, { enabled: false }],
      ["POST", `${at}/secret`, { overlap_seconds: 0 }],
      ["DELETE", at, undefined],
    ] as const)
      expect(
        (await call(method, path, { as: other.admin, headers: anyVersion, ...(given && { body: given }) }))
          .status,
      ).toBe(404);
    expect(
      (await call("PATCH", at, { as: house.admin, headers: anyVersion, body: { form_id: other.formId } }))
        .status,
    ).toBe(404);
    expect((await call("GET", "/api/sources", { as: other.admin })).body.items).toEqual([]);
    expect((await create(house, {}, house.viewer)).status).toBe(403);
  });
});

describe("a source that is changed", () => {
  it("is paused and goes on, and the edge knows", async () => {
    const house = await newHouse();
    const { body } = await create(house);
    const set = (enabled: boolean) =>
      call("PATCH", `/api/sources/${body.id}`, { as: house.admin, headers: anyVersion, body: { enabled } });
    await set(false);
    expect(await snapshotOf(keyOf(body.secrets))).toMatchObject({ enabled: false });
    await set(true);
    expect(await snapshotOf(keyOf(body.secrets))).toMatchObject({ enabled: true });
  });

  it("keeps what is not named, and a secret that is named is taken", async () => {
    const house = await newHouse();
    const { body } = await create(house, {
      kind: "generic",
      settings: { preset: "typeform", signing_secret: "one" },
    });
    const changed = await call("PATCH", `/api/sources/${body.id}`, {
      as: house.admin,
      headers: anyVersion,
      body: { settings: { signing_secret: "two" } },
    });
    expect(changed.status).toBe(200);
    expect((await openedAt(keyOf(body.secrets))).settings).toEqual({
      preset: "typeform",
      signing_secret: "two",
    });
    const audited = await rows(
      "SELECT detail_json FROM audit_log WHERE subject_id = ? AND action = 'source.changed'",
      body.id,
    );
    expect(JSON.stringify(audited)).not.toContain("two");
  });

  it("keeps the secret before for the overlap, one at a time", async () => {
    const house = await newHouse();
    const { body } = await create(house);
    const rotate = (overlap_seconds: number) =>
      call("POST", `/api/sources/${body.id}/secret`, { as: house.admin, body: { overlap_seconds } });
    const before = secretOf(body.secrets, "google_key");
    const rotated = await rotate(3600);
    const after = secretOf(rotated.body.secrets, "google_key");
    expect(rotated.status).toBe(200);
    const opened = await openedAt(keyOf(body.secrets));
    expect([opened.settings, opened.previous?.settings]).toEqual([
      { google_key: after },
      { google_key: before },
    ]);
    expect((await rotate(3600)).status).toBe(409);
    await rotate(0);
    expect((await openedAt(keyOf(body.secrets))).previous).toBeNull();
  });

  it("has another address where that is its secret, both of them known for the overlap", async () => {
    const house = await newHouse();
    const { body } = await create(house, { kind: "indiamart" });
    const rotate = (overlap_seconds: number) =>
      call("POST", `/api/sources/${body.id}/secret`, { as: house.admin, body: { overlap_seconds } });
    const first = keyOf(body.secrets);
    const second = keyOf((await rotate(3600)).body.secrets);
    expect(second).not.toBe(first);
    expect([await snapshotOf(first), await snapshotOf(second)]).toMatchObject([
      { until: expect.any(Number) as number },
      { until: null },
    ]);
    const third = keyOf((await rotate(0)).body.secrets);
    expect([await snapshotOf(first), await snapshotOf(second), await snapshotOf(third)]).toMatchObject([
      null,
      null,
      { until: null },
    ]);
  });

  it("is gone from the edge once it is deleted, and stays deleted", async () => {
    const house = await newHouse();
    const { body } = await create(house);
    expect((await call("DELETE", `/api/sources/${body.id}`, { as: house.admin })).body.deleted_at).toEqual(
      expect.any(Number),
    );
    expect(await snapshotOf(keyOf(body.secrets))).toBeNull();
    expect(
      (
        await call("PATCH", `/api/sources/${body.id}`, {
          as: house.admin,
          headers: anyVersion,
          body: { name: "X" },
        })
      ).status,
    ).toBe(409);
    expect((await call("POST", `/api/sources/${body.id}/secret`, { as: house.admin, body: {} })).status).toBe(
      409,
    );
  });

  it("that the edge was not told of is told by the sweep", async () => {
    const house = await newHouse();
    const { body } = await create(house);
    await env.KV.delete(kvKeys.source(await hashOfSecret(keyOf(body.secrets))));
    await env.DB.prepare("UPDATE sources SET snapshot_stale = 1 WHERE id = ?").bind(body.id).run();
    expect((await call("GET", `/api/sources/${body.id}`, { as: house.admin })).body.snapshot.state).toBe(
      "waiting",
    );
    await publishSources(dependenciesOf(env));
    expect(await snapshotOf(keyOf(body.secrets))).toMatchObject({ source_id: body.id });
    expect(await rows("SELECT id FROM sources WHERE snapshot_stale = 1 AND id = ?", body.id)).toEqual([]);
  });
});

it("a lead that came by a source is found by it, once, and a form's is nobody's", async () => {
  const house = await newHouse();
  const { body } = await create(house);
  const form = { form_id: house.formId, client_id: house.clientId, database: "DB", default_region: "IN" };
  const at = testNow - 5_000;
  const by = sampleSubmission({ form, received_at: at, source: { id: body.id, lead_key: "g-1" } });
  const plain = sampleSubmission({ form, received_at: at });
  await deliverMessages([by, plain]);
  // What a source posts again comes at another time.
  await deliverMessages([{ ...by, received_at: at + 1_000 }]);
  expect(
    await rows("SELECT submission_public_id, lead_key FROM source_leads WHERE client_id = ?", house.clientId),
  ).toEqual([{ submission_public_id: by.submission_id, lead_key: "g-1" }]);
  const shown = (await call("GET", `/api/sources/${body.id}`, { as: house.admin })).body;
  expect(shown).toMatchObject({
    last_lead_at: at,
    newest_leads: [{ submission_id: by.submission_id, received_at: at }],
  });
  expect(JSON.stringify(shown)).not.toContain("g-1");
  const [listed] = (await call("GET", "/api/sources", { as: house.admin })).body.items;
  expect(listed).toMatchObject({ id: body.id, last_lead_at: at });
});

it("a source that usually brings leads and is silent for long is told of, to whose it is", async () => {
  const [house, other] = [await newHouse(), await newHouse()];
  const { body } = await create(house);
  const quietOf = async (as: string) =>
    (await call("GET", "/api/health", { as })).body.checks.find(
      ({ name }: { name: string }) => name === "quiet_sources",
    );
  const noted = (hours: number) => ({
    source_id: body.id,
    received_at: Date.now() - hours * 3_600_000,
    submission_public_id: crypto.randomUUID(),
    client_id: house.clientId,
    lead_key: null,
  });
  const note = async (...hours: number[]) => {
    for (const { query } of noteSourceLeads(pipelineScope, hours.map(noted)))
      await env.DB.prepare(query.sql)
        .bind(...query.parameters)
        .run();
  };
  await note(30, 31, 32);
  expect(await quietOf(house.admin)).toMatchObject({
    state: "warning",
    message: expect.stringContaining(body.id) as string,
  });
  expect(await quietOf(other.admin)).toBeUndefined();
  await note(1);
  expect(await quietOf(house.admin)).toMatchObject({ state: "ok" });
});

it("no statement of sources scans a table", async () => {
  const scope = {
    kind: "operator",
    clients: [{ id: "cli_1", database: "DB" }],
    agencyIds: [],
    isInstallation: false,
  } as unknown as OperatorScope;
  const row = {
    source_id: "src_1",
    received_at: 1,
    submission_public_id: "s",
    client_id: "cli_1",
    lead_key: null,
  };
  const statements: Statement<unknown>[] = [
    findSource(scope, "src_1"),
    listSources(scope, { after: null, rows: 10, clients: 5 }),
    lastLeads(scope, ["src_1"]),
    newestSourceLeads(scope, "src_1", 10),
    watchedSources(scope, 200),
    newestTimes(scope, ["src_1"]),
    ...noteSourceLeads(pipelineScope, [row]),
    staleSources(pipelineScope, "", 20),
    staleSourceIdAt(pipelineScope, 3),
    staleSourcesByIds(pipelineScope, ["src_1"]),
    waitingSources(pipelineScope, 10),
  ];
  for (const { query } of statements) {
    const found = (await scannedTables(query.sql)).filter((line) => !/json_each|USING/.test(line));
    expect({ sql: query.sql, scans: found }).toEqual({ sql: query.sql, scans: [] });
  }
});
