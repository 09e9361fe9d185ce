import { dayOf } from "@leadrelay/core/statistics/day-of";
import { halfHourOf } from "@leadrelay/core/statistics/half-hour-of";
import { hourOf } from "@leadrelay/core/statistics/hour-of";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { addDeliveryCounts, addSubmissionCounts } from "@leadrelay/db/statistics/add-counts";
import { addIntakeCounts } from "@leadrelay/db/statistics/add-intake-counts";
import { recordSweep } from "@leadrelay/db/sweeps/sweep-run";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { newApi, newPerson, signedIn } from "../../../../test/api/browser.ts";
import { deadDelivery, heldDelivery } from "../../../../test/api/dead-delivery.ts";
import { manyDeliveries } from "../../../../test/api/many-deliveries.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";
import { placeRow } from "../../../../test/place-row.ts";

beforeAll(async () => {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  await runOne(env.DB, recordSweep(pipelineScope, { started_at: now, finished_at: now, failed: {} }));
});

const dayMs = 86_400_000;
const now = Date.now();
const many = Array.from({ length: 20 }, (_, index) => index);
const mostRows = 60;

/** Twenty forms, and twenty destinations that each takes the leads of two of them; eight days and today in which every one was busy. */
async function busyHouse(): Promise<House> {
  const house = await newHouse();
  const { clientId: client_id } = house;
  const forms = many.map((index) => `${house.formId}_${index}`);
  const destinations = many.map((index) => `${house.destinationId}_${index}`);
  await Promise.all(
    destinations.map((id) =>
      placeRow("destinations", {
        id,
        client_id,
        name: "CRM",
        kind: "make",
        sealed_settings: "sealed",
        environments_json: '["development"]',
        created_at: 0,
        updated_at: 0,
      }),
    ),
  );
  const days = Array.from({ length: 9 }, (_, back) => now - back * dayMs);
  await runBatch(env.DB, [
    ...addSubmissionCounts(
      pipelineScope,
      days.flatMap((at) =>
        forms.flatMap((form_id) =>
          (["new_lead", "duplicate", "reengaged"] as const).map((outcome) => ({
            client_id,
            form_id,
            day: dayOf(at),
            half_hour: halfHourOf(at),
            outcome,
            origin: { source: "google", campaign: form_id },
            value: 5,
            at,
          })),
        ),
      ),
    ),
    ...addDeliveryCounts(
      pipelineScope,
      days.flatMap((at) =>
        forms.flatMap((form_id, index) =>
          [index, (index + 1) % 20].flatMap((to) =>
            [20, 30, 40].map((bucket) => ({
              client_id,
              form_id,
              destination_id: destinations[to] ?? "",
              day: dayOf(at),
              outcome: "delivered" as const,
              bucket,
              value: 5,
            })),
          ),
        ),
      ),
    ),
  ]);
  return house;
}

/** An agency of so many clients, each with a form that was busy for nine days; and one of others, whom each index has behind them. */
async function agencyOf(clients: number): Promise<House> {
  const [house, others] = await Promise.all([newHouse(), newHouse()]);
  const last = "cli_zzzz";
  const ids = [
    house.clientId,
    ...Array.from({ length: clients - 1 }, (_, index) => `${house.clientId}_${index}`),
  ];
  await env.DB.batch([
    ...ids
      .slice(1)
      .map((id) =>
        env.DB.prepare("INSERT INTO clients (id, agency_id, name, created_at) VALUES (?, ?, 'C', 0)").bind(
          id,
          house.agencyId,
        ),
      ),
    env.DB.prepare(
      "INSERT OR IGNORE INTO clients (id, agency_id, name, created_at) VALUES (?, ?, 'C', 0)",
    ).bind(last, others.agencyId),
  ]);
  await deadDelivery({ ...others, clientId: last });
  const days = Array.from({ length: 9 }, (_, back) => now - back * dayMs);
  await runBatch(
    env.DB,
    addSubmissionCounts(
      pipelineScope,
      [...ids, last].flatMap((client_id) =>
        days.map((at) => ({
          client_id,
          form_id: `${client_id}_form`,
          day: dayOf(at),
          half_hour: halfHourOf(at),
          outcome: "new_lead" as const,
          origin: null,
          value: 5,
          at,
        })),
      ),
    ),
  );
  return house;
}

/** What a page that is open for a minute asks for, by somebody who signed in: the frame's figure and home's are one request. */
async function minuteOf(house: House, given: { kv?: KVNamespace } = {}): Promise<Minute> {
  const { bill, databases } = meteredD1();
  const person = await newPerson();
  await placeRow("memberships", {
    operator_id: person.id,
    agency_id: house.agencyId,
    role: "agency_owner",
    client_id: "",
    created_at: 0,
  });
  const browser = await signedIn(person, { api: newApi({ ...databases, ...given }) });
  const before = bill.read;
  const { status, body } = await browser.get("/api/home");
  expect(status).toBe(200);
  return {
    read: bill.read - before,
    needs: (body.needs as { kind: string }[]).map(({ kind }) => kind),
    minutes: body.ask_again_ms / 60_000,
    today: body.today,
  };
}

interface Minute {
  read: number;
  needs: string[];
  /** Until the page asks again. */
  minutes: number;
  today: { leads: number; leads_last_week: number };
}

describe("a minute of an open home page, with twenty forms and twenty destinations", () => {
  it("reads at most sixty rows where all is well", async () => {
    const { read, needs } = await minuteOf(await busyHouse());
    expect(needs).toEqual([]);
    expect(read).toBeLessThanOrEqual(30);
  });

  it("and in an outage: a receiver that is down, one that is off, dead letters, a form that turns people away", async () => {
    const house = await busyHouse();
    const { clientId: client_id, formId: form_id, destinationId: destination_id } = house;
    await Promise.all([deadDelivery(house), heldDelivery(house)]);
    await placeRow("destination_health", {
      destination_id,
      client_id,
      state: "down",
      since: now,
      suspects_json: "[]",
    });
    await env.DB.prepare(
      "UPDATE destinations SET enabled = 0, disabled_reason = 'gone', disabled_at = 1 WHERE id = ?",
    )
      .bind(`${destination_id}_3`)
      .run();
    await runBatch(
      env.DB,
      addIntakeCounts(pipelineScope, [
        {
          client_id,
          form_id,
          day: dayOf(now),
          hour: hourOf(now),
          reason: "no_contact",
          value: 9,
          fields_json: null,
        },
      ]),
    );
    const { read, needs } = await minuteOf(house);
    expect(needs).toEqual(["form_refuses", "destination_off", "destination_down", "dead_letters"]);
    expect(read).toBeLessThanOrEqual(mostRows);
  });

  it("and with 20 000 deliveries that wait", async () => {
    const house = await busyHouse();
    await manyDeliveries(house, 20_000);
    await env.DB.prepare("UPDATE destinations SET enabled = 0, disabled_reason = 'by_hand' WHERE id = ?")
      .bind(house.destinationId)
      .run();
    expect((await minuteOf(house)).read).toBeLessThanOrEqual(mostRows);
  });
});

describe("an open home page of an agency with many clients", () => {
  it.each([1, 3, 5, 40, 100])("of %i reads sixty rows a minute at most", async (clients) => {
    const house = await agencyOf(clients);
    const first = await minuteOf(house);
    const { read, minutes, today } = await minuteOf(house);
    expect(read).toBeLessThanOrEqual(60 * minutes);
    expect([first.today.leads, today.leads]).toEqual([5 * clients, 5 * clients]);
    // Of the half hour that runs as much counts as has passed of it, and of a day that is kept as much as of one that is read.
    expect(Math.abs(today.leads_last_week - first.today.leads_last_week)).toBeLessThanOrEqual(
      clients / 10 + 1,
    );
    expect(minutes).toBeLessThanOrEqual(1 + Math.floor(clients / 10));
  });

  it("tells the same where KV does not answer, or has something else", async () => {
    const house = await agencyOf(5);
    const { leads } = (await minuteOf(house)).today;
    const broken = (get: () => Promise<unknown>): KVNamespace =>
      new Proxy(env.KV, {
        get: (target, key) =>
          key === "get"
            ? get
            : key === "put"
              ? () => Promise.reject(new Error("down"))
              : Reflect.get(target, key),
      });
    for (const get of [() => Promise.reject(new Error("down")), () => Promise.resolve([{ day: "?" }])])
      expect((await minuteOf(house, { kv: broken(get) })).today.leads).toBe(leads);
  });

  it("tells what comes in today at once", async () => {
    const house = await agencyOf(5);
    const before = (await minuteOf(house)).today.leads;
    await runBatch(
      env.DB,
      addSubmissionCounts(pipelineScope, [
        {
          client_id: house.clientId,
          form_id: house.formId,
          day: dayOf(now),
          half_hour: halfHourOf(now),
          outcome: "new_lead",
          origin: null,
          value: 2,
          at: now,
        },
      ]),
    );
    expect((await minuteOf(house)).today.leads).toBe(before + 2);
  });
});
