import { dayOf } from "@leadrelay/core/statistics/day-of";
import { halfHourOf } from "@leadrelay/core/statistics/half-hour-of";
import { hourOf } from "@leadrelay/core/statistics/hour-of";
import { bucketOf } from "@leadrelay/core/statistics/latency-buckets";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { addSubmissionCounts } from "@leadrelay/db/statistics/add-counts";
import { addIntakeCounts } from "@leadrelay/db/statistics/add-intake-counts";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { calmInstallation } from "../../../../test/api/calm-installation.ts";
import { deadDelivery, heldDelivery } from "../../../../test/api/dead-delivery.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { placeRow } from "../../../../test/place-row.ts";

const dayMs = 86_400_000;
/** At noon UTC. */
const now = Math.floor(Date.now() / dayMs) * dayMs + dayMs / 2;
const { call } = testApi({ now: () => now });

beforeAll(async () => {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  await calmInstallation(now);
});

interface Told {
  kind: string;
  severity: string;
  title: string;
  count: number;
  command: string;
}
const homeOf = async (house: House, { as = house.viewer, query = "" } = {}) =>
  (await call("GET", `/api/home${query}`, { as })).body;
const needsOf = async (house: House): Promise<Told[]> => (await homeOf(house)).needs as Told[];
const kindsOf = async (house: House) => (await needsOf(house)).map(({ kind }) => kind);

const came = (
  { clientId: client_id, formId: form_id }: House,
  at: number,
  value = 1,
  outcome = "new_lead" as const,
) =>
  addSubmissionCounts(pipelineScope, [
    { client_id, form_id, day: dayOf(at), half_hour: halfHourOf(at), outcome, origin: null, value, at },
  ]);
const change = (house: House, assignments: string) =>
  env.DB.prepare(`UPDATE destinations SET ${assignments} WHERE id = ?`).bind(house.destinationId).run();

/** A dozen more of its destinations, which are found before the first one. */
const idsBefore = (house: House) =>
  Array.from({ length: 12 }, (_, index) => `${house.clientId.replace("cli", "0")}_${index}`);
async function dozenBefore(house: House, columns: Record<string, unknown>) {
  const usual = { name: "CRM", kind: "make", sealed_settings: "sealed", environments_json: "[]" };
  for (const id of idsBefore(house))
    await placeRow("destinations", {
      id,
      client_id: house.clientId,
      ...usual,
      created_at: 0,
      updated_at: 0,
      ...columns,
    });
}

describe("home", () => {
  it("of somebody to whom nobody came is calm, and says that nobody did", async () => {
    const house = await newHouse();
    expect(await homeOf(house)).toMatchObject({
      needs: [],
      has_leads: false,
      last_lead_at: null,
      open_dead_letters: 0,
      today: { leads: 0, leads_last_week: 0, latency_p50_ms: null },
      destinations: [],
    });
  });

  it("counts today's leads beside those of the same hours a week ago, from when today began where one looks", async () => {
    const house = await newHouse();
    const hour = dayMs / 24;
    await runBatch(env.DB, [
      ...came(house, now - hour, 3),
      ...came(house, now - 13 * hour, 10),
      ...came(house, now - 7 * dayMs - hour, 2),
      ...came(house, now - 7 * dayMs + hour, 50),
    ]);
    await env.DB.prepare(
      `UPDATE day_counters SET hours_json = json_object(?1, json_object('h11', 3, 'at', 1)),
         arrived_json = json_object('f', json_object(?1, json_object(?2, 3)))
       WHERE client_id = ?3 AND day = ?4`,
    )
      .bind(house.destinationId, String(bucketOf(1_000)), house.clientId, dayOf(now))
      .run();
    const told = await homeOf(house);
    expect(told).toMatchObject({
      has_leads: true,
      last_lead_at: now - hour,
      today: { leads: 3, leads_last_week: 2, delivered: 3, latency_p50_ms: expect.any(Number) },
      destinations: [{ id: house.destinationId, client_id: house.clientId, delivered: 3 }],
    });
    const evening = await homeOf(house, { query: `?since=${now - 14 * hour}` });
    expect(evening.today.leads).toBe(13);
    const longAgo = await homeOf(house, { query: "?since=0" });
    expect(longAgo.today.since).toBe(now - 26 * hour);
  });
});

describe("what needs a person", () => {
  it("is a receiver that is down, with what waits for it", async () => {
    const house = await newHouse();
    await heldDelivery(house);
    await placeRow("destination_health", {
      destination_id: house.destinationId,
      client_id: house.clientId,
      state: "down",
      since: now - 60_000,
      suspects_json: "[]",
    });
    expect(await needsOf(house)).toMatchObject([
      { kind: "destination_down", severity: "problem", title: "Make does not answer.", count: 1 },
    ]);
  });

  it("is one that was switched off because its address is gone, and one that somebody switched off only while it holds leads", async () => {
    const [gone, holding, idle] = await Promise.all([newHouse(), newHouse(), newHouse()]);
    await change(gone, `enabled = 0, disabled_reason = 'gone', disabled_at = ${now}`);
    for (const house of [holding, idle])
      await change(house, "enabled = 0, disabled_reason = 'by_hand', disabled_at = 1");
    await heldDelivery(holding);
    expect(await needsOf(gone)).toMatchObject([
      {
        kind: "destination_off",
        severity: "problem",
        title: "Make was switched off: its address is gone (HTTP 410).",
        command: `leadrelay destination change ${gone.destinationId} --address`,
      },
    ]);
    expect(await kindsOf(holding)).toEqual(["destination_holds"]);
    expect(await kindsOf(idle)).toEqual([]);
  });

  it("is a cause of dead letters; one of a rejected key comes first and says so", async () => {
    const house = await newHouse();
    await deadDelivery(house);
    const { open_dead_letters, needs } = await homeOf(house);
    expect([open_dead_letters, needs]).toEqual([
      1,
      [expect.objectContaining({ kind: "dead_letters", severity: "warning", count: 1 })],
    ]);
    await env.DB.prepare("UPDATE dead_letters SET last_status_code = 401 WHERE client_id = ?")
      .bind(house.clientId)
      .run();
    expect(await needsOf(house)).toMatchObject([
      { kind: "key_rejected", severity: "problem", title: "Make rejects its key (HTTP 401)." },
    ]);
  });

  it("is a form that turns people away, and one that has gone quiet", async () => {
    const [turning, quiet] = await Promise.all([newHouse(), newHouse()]);
    await runBatch(env.DB, [
      ...addIntakeCounts(pipelineScope, [
        {
          client_id: turning.clientId,
          form_id: turning.formId,
          day: dayOf(now),
          hour: hourOf(now),
          reason: "no_contact",
          value: 9,
          fields_json: null,
        },
      ]),
      ...[1, 2, 3, 4, 5, 6, 7].flatMap((back) => came(quiet, now - back * dayMs - 60_000, 9)),
    ]);
    expect(await needsOf(turning)).toMatchObject([
      { kind: "form_refuses", severity: "problem", title: "Form turns people away: 9 of the last 9 posts." },
    ]);
    expect(await needsOf(quiet)).toMatchObject([{ kind: "form_quiet", title: "Form has gone quiet." }]);
  });

  it("is what waits in quarantine, what no destination takes, what was not confirmed and what answers as never before", async () => {
    const house = await newHouse();
    const { clientId: client_id, formId: form_id, destinationId: destination_id } = house;
    await change(house, `confirm_json = '{"confirmation":{"within_minutes":5}}'`);
    await heldDelivery(house);
    await env.DB.batch([
      env.DB.prepare(
        `UPDATE deliveries SET status = 'delivered', settled_at = 1, unconfirmed_at = ${now - 1} WHERE client_id = ?`,
      ).bind(client_id),
      env.DB.prepare(
        "UPDATE lead_submissions SET unsent = 'no_destination', outcome = 'new_lead', submitted_at = ? WHERE client_id = ?",
      ).bind(now, client_id),
    ]);
    await placeRow("quarantined_submissions", {
      client_id,
      public_id: crypto.randomUUID(),
      form_id,
      payload_json: "{}",
      message_json: "{}",
      submitted_at: now,
      expires_at: now + dayMs,
    });
    for (const subject of ["one shape", "another"])
      await placeRow("signals", {
        destination_id,
        type: "delivery.suspect",
        subject,
        client_id,
        count: 1,
        detail_json: "{}",
        raised_at: now,
        due_at: now,
      });
    expect(await kindsOf(house)).toEqual(["sent_to_nobody", "unconfirmed", "answer_suspect", "quarantined"]);
  });

  it("is found behind as many that are off, slow or confirming as an agency has, and told once however many sources wait", async () => {
    const [off, slow, confirming, full] = await Promise.all([newHouse(), newHouse(), newHouse(), newHouse()]);
    await Promise.all([dozenBefore(off, { enabled: 0, disabled_reason: "by_hand" }), dozenBefore(slow, {})]);
    await dozenBefore(confirming, { confirm_json: '{"confirmation":{"within_minutes":5}}' });
    await change(off, `enabled = 0, disabled_reason = 'gone', disabled_at = ${now}`);
    expect(await kindsOf(off)).toEqual(["destination_off"]);
    await change(off, "disabled_reason = 'by_hand'");
    await heldDelivery(off);
    expect(await kindsOf(off)).toEqual(["destination_holds"]);

    const health = { client_id: slow.clientId, since: now, suspects_json: "[]" };
    for (const destination_id of idsBefore(slow))
      await placeRow("destination_health", { ...health, destination_id, state: "slow" });
    await placeRow("destination_health", { ...health, destination_id: slow.destinationId, state: "down" });
    expect(await kindsOf(slow)).toEqual(["destination_down"]);

    await change(confirming, `confirm_json = '{"confirmation":{"within_minutes":5}}'`);
    await heldDelivery(confirming);
    await env.DB.prepare(
      "UPDATE deliveries SET status = 'delivered', settled_at = 1, unconfirmed_at = ? WHERE client_id = ?",
    )
      .bind(now - 1, confirming.clientId)
      .run();
    expect(await kindsOf(confirming)).toEqual(["unconfirmed"]);

    await heldDelivery(full);
    const tally = { client_id: full.clientId, period: "all", count: 1, ends_at: null };
    for (const source of ["", ":google", ":zalo"])
      await placeRow("tallies", { ...tally, subject: `held:${full.destinationId}${source}` });
    expect(await kindsOf(full)).toEqual(["destination_full"]);
  });

  it("is nobody else's", async () => {
    const [mine, theirs] = await Promise.all([newHouse(), newHouse()]);
    await deadDelivery(theirs);
    await change(theirs, "enabled = 0, disabled_reason = 'gone'");
    expect(await homeOf(mine, { as: mine.owner })).toMatchObject({ needs: [], open_dead_letters: 0 });
    const { status } = await call("GET", `/api/home?client_id=${theirs.clientId}`, { as: mine.owner });
    expect(status).toBe(404);
  });

  it("is what the installation's checks say, the same as in health", async () => {
    const house = await newHouse({ installation: true });
    const later = testApi({ now: () => now + 600_000 });
    const { body: health } = await later.call("GET", "/api/health", { as: house.owner });
    const sweep = (health.checks as { name: string; message: string }[]).find(({ name }) => name === "sweep");
    const { body } = await later.call("GET", "/api/home", { as: house.owner });
    expect(body.needs[0]).toMatchObject({ kind: "sweep", severity: "problem", title: sweep?.message });
  });
});

it("says whom to ask for what the caller may not do, and nobody where they may", async () => {
  const house = await newHouse();
  await change(house, "enabled = 0, disabled_reason = 'failing', disabled_at = 1");
  const asked = async (as: string) => {
    const { needs } = await homeOf(house, { as });
    return (needs as { kind: string; ask: string | null }[]).map(({ kind, ask }) => [kind, ask]);
  };
  expect(await asked(house.viewer)).toEqual([["destination_off", "an owner or admin"]]);
  expect(await asked(house.admin)).toEqual([["destination_off", null]]);
});
