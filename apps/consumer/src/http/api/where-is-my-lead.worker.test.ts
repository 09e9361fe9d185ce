import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testApi } from "../../../test/api/admin-api.ts";
import { newHouse, type House } from "../../../test/api/people.ts";
import { anna, expectNothingOfAnna, leadOf, submitForm } from "../../../test/api/person.ts";
import { operations } from "../../../test/api/walk.ts";
import {
  blocked,
  buried,
  buriedNonsense,
  parked,
  spilled,
  storedAndTried,
  waitingForD1,
} from "../../../test/api/where-states.ts";
import { testNow } from "../../../test/deliver-messages.ts";
import { meteredD1 } from "../../../test/metered-d1.ts";
import { rows } from "../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(async () => {
  const { keys } = await env.KV.list();
  await Promise.all(keys.map(({ name }) => env.KV.delete(name)));
});

const { call } = testApi({ now: () => testNow + 5_000 });
const where = (q: string, as: string) =>
  call("GET", `/api/where-is-my-lead?q=${encodeURIComponent(q)}`, { as });

interface Action {
  operation: string;
  method: string;
  path: string;
}

/** Every operation that is offered is one of the document, at its path. */
function expectServed(actions: readonly Action[]) {
  for (const { operation, method, path } of actions) {
    const served = operations.find(({ operationId }) => operationId === operation);
    const pattern = new RegExp(`^${served?.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    expect({ method: served?.method, fits: pattern.test(path) }).toEqual({ method, fits: true });
  }
}

const refused = () => new Response("no", { status: 422 });
const failed = () => new Response("later", { status: 500 });
const change = (house: House, sql: string) => env.DB.prepare(sql).bind(house.clientId).run();

type Situation = [state: string, happens: (house: House) => Promise<string>, kinds: string, actions: string];

const stored = "received decided stored destination";
const situations: Situation[] = [
  ["pending", (house) => storedAndTried(house), stored, "cancelDelivery"],
  ["pending", (house) => storedAndTried(house, failed()), `${stored} attempt`, "cancelDelivery"],
  [
    "in_flight",
    async (house) => {
      const id = await storedAndTried(house);
      await change(
        house,
        "UPDATE deliveries SET status = 'in_flight', attempts = 1, lease_until = 9000000000000 WHERE client_id = ?",
      );
      return id;
    },
    stored,
    "",
  ],
  [
    "held",
    async (house) => {
      await change(house, "UPDATE destinations SET enabled = 0 WHERE client_id = ?");
      return storedAndTried(house);
    },
    stored,
    "cancelDelivery changeDestination",
  ],
  ["delivered", (house) => storedAndTried(house, new Response("ok")), `${stored} attempt`, ""],
  [
    "confirmed",
    async (house) => {
      const id = await storedAndTried(house, new Response("ok"));
      await change(house, "UPDATE deliveries SET status = 'confirmed' WHERE client_id = ?");
      return id;
    },
    `${stored} attempt`,
    "",
  ],
  [
    "dead",
    (house) => storedAndTried(house, refused()),
    `${stored} attempt dead_letter`,
    "retryDelivery discardDeadLetter",
  ],
  [
    "dead",
    async (house) => {
      const id = await storedAndTried(house, refused());
      await change(
        house,
        "UPDATE dead_letters SET state = 'discarded', settled_at = 1800000000000 WHERE client_id = ?",
      );
      return id;
    },
    `${stored} attempt dead_letter dead_letter_settled`,
    "retryDelivery",
  ],
  [
    "cancelled",
    async (house) => {
      const id = await storedAndTried(house);
      await change(
        house,
        "UPDATE deliveries SET status = 'cancelled', settled_at = 1800000000000 WHERE client_id = ?",
      );
      return id;
    },
    `${stored} cancelled`,
    "retryDelivery",
  ],
  [
    "nothing_to_send",
    async (house) => {
      await submitForm(house, anna, { received_at: testNow - 60_000 });
      return submitForm(house, anna, { received_at: testNow });
    },
    "received decided stored",
    "",
  ],
  [
    "nothing_to_send",
    async (house) => {
      await change(house, `UPDATE clients SET test_strings_json = '["winterbottom"]' WHERE id = ?`);
      return submitForm(house, anna, { received_at: testNow });
    },
    stored,
    "",
  ],
  ["blocked", blocked, "received blocked", "unblockIp"],
  [
    "dead_letter",
    (house) => buried(house, "poison"),
    "received dead_letter",
    "replayDeadLetter discardDeadLetter",
  ],
  [
    "dead_letter",
    (house) => buried(house, "spill"),
    "received dead_letter",
    "replayDeadLetter discardDeadLetter",
  ],
  [
    "dead_letter",
    (house) => buried(house, "storage_unavailable"),
    "received dead_letter",
    "replayDeadLetter discardDeadLetter",
  ],
  [
    "replayed",
    async (house) => {
      const id = await buried(house, "poison");
      await change(
        house,
        "UPDATE dead_letters SET state = 'replayed', settled_at = 1800000000000 WHERE client_id = ?",
      );
      return id;
    },
    "received dead_letter dead_letter_settled",
    "",
  ],
  [
    "discarded",
    async (house) => {
      const id = await buried(house, "poison");
      await change(
        house,
        "UPDATE dead_letters SET state = 'discarded', settled_at = 1800000000000 WHERE client_id = ?",
      );
      return id;
    },
    "received dead_letter dead_letter_settled",
    "replayDeadLetter",
  ],
  ["parked", parked, "received dead_letter_parked", ""],
  ["spilled", spilled, "received spilled", ""],
  ["waiting_for_storage", waitingForD1, "received waiting_for_storage", ""],
];

describe.each(situations)("a submission that is %s", (state, happens, kinds, actions) => {
  it("is found by its id, with its story in order and what can be done", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const id = await happens(house);
    const { status, body } = await where(id, house.admin);
    expect({ status, found: body.found, asked_by: body.asked_by }).toEqual({
      status: 200,
      found: true,
      asked_by: "id",
    });
    const { story } = body;
    expect(story).toMatchObject({ client_id: house.clientId, submission_id: id, stands: { state } });
    expect(story.steps.map(({ kind }: { kind: string }) => kind).join(" ")).toBe(kinds);
    expect(story.stands.sentence).toMatch(/\.$/);
    expect(story.stands.next).toMatch(/\.$/);
    expect(story.stands.actions.map(({ operation }: Action) => operation).join(" ")).toBe(actions);
    expectServed(story.stands.actions);
    const masked = await where(id, house.viewer);
    expect(masked.body.story.stands).toEqual({ ...story.stands, actions: [] });
    expectNothingOfAnna(masked.body);
    expect((await where(id, other.owner)).body).toMatchObject({ found: false, story: null, candidates: [] });
  });
});

describe("asked by an e-mail or phone", () => {
  const findable = situations.filter(([state]) => state !== "waiting_for_storage" && !isSettled(state));

  it.each(findable)("one that is %s is found", async (state, happens) => {
    const house = await newHouse();
    await env.DB.prepare("UPDATE forms SET default_region = 'IN' WHERE id = ?").bind(house.formId).run();
    await happens(house);
    for (const q of [anna.email.toUpperCase(), "98765 43219", "+91-9876543219"]) {
      const { body } = await where(q, house.admin);
      expect(body).toMatchObject({ found: true, story: { client_id: house.clientId } });
      // A lead stands where its deliveries do, whatever its newest submission came to.
      const repeated = state === "nothing_to_send" && body.story.stands.state === "pending";
      if (!repeated) expect(body.story.stands.state).toBe(state);
    }
  });

  function isSettled(state: string) {
    return state === "replayed" || state === "discarded";
  }

  it("the newest of several is told, and all are named", async () => {
    const house = await newHouse();
    const villa = await leadOf(
      await submitForm(house, { ...anna, project: "Villa" }, { received_at: testNow - 10_000_000 }),
    );
    const lake = await leadOf(
      await submitForm(house, { ...anna, project: "Lake" }, { received_at: testNow - 20_000_000 }),
    );
    const waiting = await spilled(house);
    const { body } = await where(anna.email, house.admin);
    expect(body.candidates).toMatchObject([
      { kind: "submission", id: waiting, client_id: house.clientId },
      { kind: "lead", id: villa, project: "Villa" },
      { kind: "lead", id: lake, project: "Lake" },
    ]);
    expect(body.story).toMatchObject({ submission_id: waiting, stands: { state: "spilled" } });
    const told = await where(lake, house.admin);
    expect(told.body.story).toMatchObject({ lead_id: lake, submission_id: null });
    expect(told.body.story.steps.map(({ kind }: { kind: string }) => kind)).toEqual([
      "received",
      "decided",
      "stored",
      "destination",
    ]);
  });

  it("another tenant's people are not found, wherever they are", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    for (const happens of [storedAndTried, spilled, parked, blocked, (h: House) => buried(h, "poison")])
      await happens(house);
    const { body } = await where(anna.email, other.owner);
    expect(body).toMatchObject({ found: false, story: null, candidates: [] });
    expect(body.sentences.length).toBeGreaterThan(2);
    expectNothingOfAnna(body);
  });

  it("is refused to who sees contacts masked, who may ask by id", async () => {
    const house = await newHouse();
    expect((await where(anna.email, house.viewer)).status).toBe(403);
    expect((await where("+91 98765 43219", house.viewer)).status).toBe(403);
  });

  it("what is none of it is refused", async () => {
    const house = await newHouse();
    for (const q of ["Annabel", "#", "annabel at winter"])
      expect((await where(q, house.admin)).status).toBe(400);
  });

  it("reads no more of D1 and KV than it says", async () => {
    const house = await newHouse();
    for (let count = 0; count < 3; count += 1) await spilled(house);
    await storedAndTried(house, refused());
    const { bill, databases } = meteredD1();
    const { body } = await testApi(databases).call(
      "GET",
      `/api/where-is-my-lead?q=${encodeURIComponent(anna.email)}`,
      { as: house.admin },
    );
    expect(body.found).toBe(true);
    expect(bill.read).toBeLessThanOrEqual(60);
  });
});

describe("asked by another id", () => {
  it("a delivery's story is its submission's, and stands at the delivery", async () => {
    const house = await newHouse();
    await change(
      house,
      `INSERT INTO destinations (id, client_id, name, kind, sealed_settings, environments_json, created_at, updated_at)
        SELECT id || '_2', client_id, 'Second', kind, sealed_settings, environments_json, 0, 0
        FROM destinations WHERE client_id = ?`,
    );
    const id = await storedAndTried(house);
    await env.DB.prepare(
      "UPDATE deliveries SET status = 'delivered', settled_at = 1 WHERE client_id = ? AND destination_id = ?",
    )
      .bind(house.clientId, `${house.destinationId}_2`)
      .run();
    for (const [destination, state] of [
      [house.destinationId, "pending"],
      [`${house.destinationId}_2`, "delivered"],
    ]) {
      const [delivery] = await rows<{ public_id: string }>(
        "SELECT public_id FROM deliveries WHERE client_id = ? AND destination_id = ?",
        house.clientId,
        destination,
      );
      const { body } = await where(delivery?.public_id ?? "", house.admin);
      expect(body.story).toMatchObject({ submission_id: id, stands: { state } });
    }
  });

  it("a dead letter leads to its submission", async () => {
    const house = await newHouse();
    const id = await buried(house, "poison");
    const [letter] = await rows<{ id: string }>(
      "SELECT id FROM dead_letters WHERE client_id = ?",
      house.clientId,
    );
    const { body } = await where(letter?.id ?? "", house.admin);
    expect(body.story).toMatchObject({ submission_id: id, stands: { state: "dead_letter" } });
  });

  it("what belongs to nobody is told to the installation's owners alone", async () => {
    const [house, installation] = await Promise.all([newHouse(), newHouse({ installation: true })]);
    const unknown = await buried(house, "unknown_form");
    const nonsense = await buriedNonsense();
    const nameless = await spilled(house, { form: null, form_key: "frm_nobodys" });
    const big = crypto.randomUUID();
    await env.KV.put(kvKeys.payload(big), "{}");
    for (const [id, state] of [
      [unknown, "dead_letter"],
      [nonsense, "dead_letter"],
      [nameless, "spilled"],
      [big, "payload_kept"],
    ] as const) {
      expect((await where(id, house.owner)).body.found).toBe(false);
      const { body } = await where(id, installation.owner);
      expect(body.story).toMatchObject({ client_id: null, stands: { state } });
      expectServed(body.story.stands.actions);
    }
  });

  it("a form's key tells whose a submission is that the edge could not name", async () => {
    const house = await newHouse();
    const id = await spilled(house, { form: null });
    expect((await where(id, house.admin)).body.story).toMatchObject({ client_id: house.clientId });
  });

  it("what is nowhere is answered with where else to look", async () => {
    const house = await newHouse();
    const fresh = "018bcfe5-9000-7000-8000-000000000000";
    const { status, body } = await where(fresh, house.admin);
    expect({ status, found: body.found }).toEqual({ status: 200, found: false });
    const said = (
      await testApi({ now: () => 0x018bcfe59000 + 4_000 }).call("GET", `/api/where-is-my-lead?q=${fresh}`, {
        as: house.admin,
      })
    ).body.sentences;
    expect(said[0]).toContain("Not here yet: the id was made 4 seconds ago");
    expect((await where(crypto.randomUUID(), house.admin)).body.sentences[0]).toContain("no submission");
  });
});

describe("summaries of leads that waited for the database", () => {
  it("are listed to their client's people, page by page, without contact details", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const ids = [await waitingForD1(house), await waitingForD1(house)].toSorted();
    await waitingForD1(other);
    const found: string[] = [];
    let cursor = "";
    for (let page = 0; page < 6 && cursor !== "&cursor=null"; page += 1) {
      const { status, body } = await call("GET", `/api/outage-summaries?limit=1${cursor}`, {
        as: house.viewer,
      });
      expect(status).toBe(200);
      expectNothingOfAnna(body);
      for (const item of body.items) {
        expect(item).toMatchObject({
          client_id: house.clientId,
          tries: 2,
          sent: [{ destination_id: house.destinationId, outcome: "delivered" }],
        });
        found.push(item.submission_id);
      }
      cursor = `&cursor=${body.next_cursor}`;
    }
    expect(found.toSorted()).toEqual(ids);
    expect(
      (await call("GET", `/api/outage-summaries?client_id=${house.clientId}`, { as: other.owner })).status,
    ).toBe(404);
  });

  it("of a lead that is stored by now tell the way it took", async () => {
    const house = await newHouse();
    const id = await waitingForD1(house);
    await submitForm(house, anna, { submission_id: id, received_at: testNow });
    const { body } = await where(id, house.admin);
    expect(body.story.stands.state).toBe("pending");
    expect(body.story.steps.map(({ kind }: { kind: string }) => kind)).toContain("waiting_for_storage");
  });
});
