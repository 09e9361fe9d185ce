import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { deadDelivery, heldDelivery } from "../../../../test/api/dead-delivery.ts";
import { messageLetter } from "../../../../test/api/letters.ts";
import { emailOf, newHouse } from "../../../../test/api/people.ts";
import { failing } from "../../../../test/failing.ts";
import { rows, type Tenant } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const deliveryOf = async (id: string) =>
  (
    await rows("SELECT status, attempts, max_attempts, schedule_from FROM deliveries WHERE public_id = ?", id)
  )[0];
const letterOf = async (id: string) =>
  (await rows("SELECT state, settled_by, settle_reason FROM dead_letters WHERE id = ?", id))[0];
const auditOf = (tenant: Tenant) =>
  rows("SELECT actor_id, agency_id, action, subject_id FROM audit_log WHERE client_id = ?", tenant.clientId);

describe("a retry", () => {
  it("is told with the name of whoever made it", async () => {
    const { call } = testApi();
    const house = await newHouse();
    const { delivery_id, dead_letter_id } = await deadDelivery(house);
    await call("POST", `/api/deliveries/${delivery_id}/retry`, { as: house.agent });
    const who = emailOf(house.agent);
    const letter = await call("GET", `/api/dead-letters/${dead_letter_id}`, { as: house.admin });
    expect(letter.body).toMatchObject({ settled_by: house.agent, settled_by_name: who });
    const told = await call("GET", `/api/where-is-my-lead?q=${delivery_id}`, { as: house.viewer });
    const steps = told.body.story.steps as { kind: string; what: string }[];
    expect(steps.find(({ kind }) => kind === "dead_letter_settled")?.what).toContain(`closed by ${who}`);
  });

  it("sends a dead delivery again under its id, closes its letter, and is written down", async () => {
    const { call, queues } = testApi();
    const house = await newHouse();
    const { delivery_id, dead_letter_id, leadRow } = await deadDelivery(house);
    const { status, body } = await call("POST", `/api/deliveries/${delivery_id}/retry`, { as: house.agent });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: delivery_id,
      status: "pending",
      what_next: expect.stringContaining("attempt 3"),
    });
    expect(await deliveryOf(delivery_id)).toMatchObject({ status: "pending", attempts: 2, schedule_from: 2 });
    expect(await letterOf(dead_letter_id)).toMatchObject({ state: "replayed", settled_by: house.agent });
    expect(queues.deliveriesQueue.sent).toMatchObject([{ type: "wakeup", keys: [{ lead_id: leadRow }] }]);
    expect(await auditOf(house)).toEqual([
      {
        actor_id: house.agent,
        agency_id: house.agencyId,
        action: "delivery.retried",
        subject_id: delivery_id,
      },
    ]);
  });

  it("sends what its receiver took for somebody it had", async () => {
    const { call, queues } = testApi();
    const house = await newHouse();
    const { delivery_id, dead_letter_id } = await deadDelivery(house);
    const skip = "UPDATE deliveries SET status = 'skipped', dead_letter_id = NULL WHERE public_id = ?";
    await env.DB.batch([
      env.DB.prepare(skip).bind(delivery_id),
      env.DB.prepare("DELETE FROM dead_letters WHERE id = ?").bind(dead_letter_id),
    ]);
    const { status, body } = await call("POST", `/api/deliveries/${delivery_id}/retry`, { as: house.agent });
    expect([status, body.status]).toEqual([200, "pending"]);
    expect(queues.deliveriesQueue.sent).toHaveLength(1);
  });

  it("of five at once happens once", async () => {
    const { call } = testApi();
    const house = await newHouse();
    const { delivery_id } = await deadDelivery(house);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        call("POST", `/api/deliveries/${delivery_id}/retry`, { as: house.owner }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(4);
    expect(answers.find(({ status }) => status === 409)?.body.detail).toContain("about to be sent");
    expect(await auditOf(house)).toHaveLength(1);
  });

  it("that a lead database of its own does not take is neither written down nor remembered", async () => {
    const house = await newHouse();
    const { delivery_id } = await deadDelivery(house);
    const headers = { "idempotency-key": crypto.randomUUID() };
    const retry = (api: ReturnType<typeof testApi>) =>
      api.call("POST", `/api/deliveries/${delivery_id}/retry`, { as: house.owner, headers });
    const away = failing(env.DB, ["batch"]);
    expect((await retry(testApi({ leadDatabase: () => away }))).status).toBe(503);
    expect(await auditOf(house)).toEqual([]);
    expect((await retry(testApi())).status).toBe(200);
    expect(await deliveryOf(delivery_id)).toMatchObject({ status: "pending" });
    expect(await auditOf(house)).toHaveLength(1);
  });

  it("of what arrived is refused, and says why", async () => {
    const { call } = testApi();
    const house = await newHouse();
    const { delivery_id } = await deadDelivery(house);
    await env.DB.prepare("UPDATE deliveries SET status = 'delivered' WHERE public_id = ?")
      .bind(delivery_id)
      .run();
    const answer = await call("POST", `/api/deliveries/${delivery_id}/retry`, { as: house.owner });
    expect(answer).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("has it already") },
    });
  });

  it("to a disabled destination is refused", async () => {
    const { call } = testApi();
    const house = await newHouse();
    const { delivery_id } = await deadDelivery(house);
    await env.DB.prepare("UPDATE destinations SET enabled = 0 WHERE id = ?").bind(house.destinationId).run();
    const answer = await call("POST", `/api/deliveries/${delivery_id}/retry`, { as: house.owner });
    expect(answer).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("enable it first") },
    });
  });

  it("stands though the queue does not take its wake-up: the sweep comes for it", async () => {
    const { call, queues } = testApi();
    const refuse = () => Promise.reject(new Error("Queue send failed"));
    Object.assign(queues.deliveriesQueue, { send: refuse, sendBatch: refuse });
    const house = await newHouse();
    const { delivery_id } = await deadDelivery(house);
    expect((await call("POST", `/api/deliveries/${delivery_id}/retry`, { as: house.owner })).status).toBe(
      200,
    );
    expect(await deliveryOf(delivery_id)).toMatchObject({ status: "pending" });
  });
});

describe("a cancellation", () => {
  it("ends what waits, with a reason that is kept", async () => {
    const { call } = testApi();
    const house = await newHouse();
    const id = await heldDelivery(house);
    const path = `/api/deliveries/${id}/cancel`;
    expect((await call("POST", path, { as: house.admin, body: {} })).status).toBe(422);
    const answer = await call("POST", path, { as: house.admin, body: { reason: "A test of ours" } });
    expect(answer).toMatchObject({
      status: 200,
      body: { status: "cancelled", what_next: expect.stringMatching(/^It is cancelled/) },
    });
    expect(await deliveryOf(id)).toMatchObject({ status: "cancelled" });
    const [{ detail_json }] = (await rows<{ detail_json: string }>(
      "SELECT detail_json FROM audit_log WHERE subject_id = ?",
      id,
    )) as [{ detail_json: string }];
    expect(JSON.parse(detail_json)).toEqual({ was: "held", reason: "A test of ours" });
    expect((await call("POST", path, { as: house.admin, body: { reason: "Again" } })).status).toBe(409);
  });
});

describe("a dead letter", () => {
  it("of a submission is replayed into the queue, once", async () => {
    const { call, queues } = testApi();
    const house = await newHouse();
    const id = await messageLetter(house);
    const replay = () => call("POST", `/api/dead-letters/${id}/replay`, { as: house.agent });
    expect(await replay()).toMatchObject({ status: 200, body: { state: "replayed" } });
    expect(queues.leadsQueue.sent).toMatchObject([{ type: "submission", form_key: house.formKey }]);
    expect(await replay()).toMatchObject({ status: 409 });
    expect(queues.leadsQueue.sent).toHaveLength(1);
    expect(await auditOf(house)).toMatchObject([{ action: "dead_letter.replayed", subject_id: id }]);
  });

  it("whose submission fails again at once is sent once, stays open, and says so", async () => {
    const { call, queues } = testApi();
    const house = await newHouse();
    const id = await messageLetter(house);
    const sendBatch = queues.leadsQueue.sendBatch.bind(queues.leadsQueue);
    queues.leadsQueue.sendBatch = async (messages) => {
      await env.DB.prepare("UPDATE dead_letters SET last_failed_at = last_failed_at + 1 WHERE id = ?")
        .bind(id)
        .run();
      return sendBatch(messages);
    };
    const answer = await call("POST", `/api/dead-letters/${id}/replay`, { as: house.agent });
    expect(answer).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("failed once more") },
    });
    expect(queues.leadsQueue.sent).toHaveLength(1);
    expect(await letterOf(id)).toMatchObject({ state: "open" });
    expect(await auditOf(house)).toEqual([]);
  });

  it("of a delivery is replayed as its delivery", async () => {
    const { call } = testApi();
    const house = await newHouse();
    const { delivery_id, dead_letter_id } = await deadDelivery(house);
    const answer = await call("POST", `/api/dead-letters/${dead_letter_id}/replay`, { as: house.owner });
    expect(answer.status).toBe(200);
    expect(await deliveryOf(delivery_id)).toMatchObject({ status: "pending" });
    expect(await letterOf(dead_letter_id)).toMatchObject({ state: "replayed" });
  });

  it("is discarded with a reason", async () => {
    const { call } = testApi();
    const house = await newHouse();
    const { dead_letter_id } = await deadDelivery(house);
    const path = `/api/dead-letters/${dead_letter_id}/discard`;
    expect((await call("POST", path, { as: house.agent, body: { reason: " " } })).status).toBe(422);
    expect((await call("POST", path, { as: house.agent, body: { reason: "A joke" } })).status).toBe(200);
    expect(await letterOf(dead_letter_id)).toEqual({
      state: "discarded",
      settled_by: house.agent,
      settle_reason: "A joke",
    });
    expect((await call("POST", path, { as: house.agent, body: { reason: "A joke" } })).status).toBe(409);
  });

  it("without a client is settled by the installation's owners alone", async () => {
    const { call } = testApi();
    const [installation, other] = await Promise.all([newHouse({ installation: true }), newHouse()]);
    const id = await messageLetter(null, { kind: "unknown_form" });
    const discard = (as: string) =>
      call("POST", `/api/dead-letters/${id}/discard`, { as, body: { reason: "Nobody knows the form" } });
    for (const as of [other.owner, installation.admin]) expect((await discard(as)).status).toBe(404);
    expect((await discard(installation.owner)).status).toBe(200);
    const entries = await rows("SELECT agency_id, client_id, action FROM audit_log WHERE subject_id = ?", id);
    expect(entries).toEqual([{ agency_id: null, client_id: null, action: "dead_letter.discarded" }]);
  });
});

it("another tenant's things stay as they are", async () => {
  const { call } = testApi();
  const [house, other] = await Promise.all([newHouse(), newHouse()]);
  const { delivery_id, dead_letter_id } = await deadDelivery(house);
  const body = { reason: "Mine" };
  for (const [path, given] of [
    [`/api/deliveries/${delivery_id}/retry`, {}],
    [`/api/deliveries/${delivery_id}/cancel`, { body }],
    [`/api/dead-letters/${dead_letter_id}/replay`, {}],
    [`/api/dead-letters/${dead_letter_id}/discard`, { body }],
  ] as const) {
    expect((await call("POST", path, { as: other.owner, ...given })).status, path).toBe(404);
    expect((await call("POST", path, { as: house.viewer, ...given })).status, path).toBe(403);
  }
  expect(await deliveryOf(delivery_id)).toMatchObject({ status: "dead" });
  expect(await letterOf(dead_letter_id)).toMatchObject({ state: "open" });
});
