import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { deadDelivery, deadSince, secretContact } from "../../../../test/api/dead-delivery.ts";
import { manyDeliveries, manyFrom } from "../../../../test/api/many-deliveries.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { readList } from "../../../../test/api/read-list.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe("a page of 100 000 deliveries reads at most five rows for each it may show", () => {
  let house: House;
  beforeAll(async () => {
    house = await newHouse();
    await manyDeliveries(house, 100_000);
  });

  it.each([
    "",
    "?status=delivered",
    "?status=cancelled",
    "?status=confirmed&form_id=",
    "?code=5xx",
    "?destination_id=",
  ])("newest first: %s", async (query) => {
    const filter = query.replace("form_id=", `form_id=${house.formId}`);
    const path = `/api/deliveries${filter.replace("tion_id=", `tion_id=${house.destinationId}`)}`;
    const { mostRead, isWhole } = await readList(path, house.owner, { mostPages: 3 });
    expect(isWhole).toBe(false);
    expect(mostRead).toBeLessThanOrEqual(5 * 20);
  });

  it("newest first, each once, to the end of a period", async () => {
    const since = manyFrom + 50_000_000;
    const path = `/api/deliveries?since=${since}&until=${since + 150_000}`;
    const { items, mostRead, isWhole } = await readList(path, house.owner);
    expect(isWhole).toBe(true);
    expect(mostRead).toBeLessThanOrEqual(5 * 20);
    expect(items.map(({ created_at }) => created_at)).toEqual(
      Array.from({ length: 150 }, (_, index) => since + (149 - index) * 1000),
    );
  });

  it.each(["pending", "in_flight", "held", "dead"])("%s, each once", async (status) => {
    const { items, mostRead, isWhole } = await readList(`/api/deliveries?status=${status}`, house.owner);
    expect(isWhole).toBe(true);
    expect(mostRead).toBeLessThanOrEqual(5 * 20);
    expect(new Set(idsOf(items)).size).toBe(100);
    expect(items.every((item) => item.status === status)).toBe(true);
    const times = items.map(({ created_at }) => created_at);
    expect(times).toEqual(times.toSorted((a, b) => (status === "dead" ? b - a : a - b)));
  });
});

describe("a delivery", () => {
  it("is shown with its event, its attempts, its letter and what would move it on", async () => {
    const house = await newHouse();
    const dead = await deadDelivery(house);
    const { status, body } = await call("GET", `/api/deliveries/${dead.delivery_id}`, { as: house.agent });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: dead.delivery_id,
      lead_id: dead.lead_id,
      destination_name: "Make",
      status: "dead",
      what_next: expect.stringContaining("what the receiver complains of"),
      event: {
        type: "lead.created",
        submission_id: dead.submission_id,
        payload: {
          email: secretContact.email,
          make_send_public_id: expect.stringMatching(/^[\da-f-]{36}$/),
          lead_public_id: expect.any(String),
        },
      },
      dead_letter: { id: dead.dead_letter_id, state: "open", cause: "refused" },
      attempts_made: [
        { number: 1, outcome: "retry", error: expect.stringContaining(secretContact.email) },
        { number: 2, outcome: "refused", status_code: 400, started_at: deadSince + 1_000, duration_ms: 80 },
      ],
    });
  });

  it("read by the agency's people stands in the audit log, which the client can see", async () => {
    const house = await newHouse();
    const { delivery_id } = await deadDelivery(house);
    for (const as of [house.agent, house.admin, house.viewer])
      await call("GET", `/api/deliveries/${delivery_id}`, { as });
    const entries = "SELECT actor_id, action, subject_id FROM audit_log WHERE client_id = ?";
    expect(await rows(entries, house.clientId)).toEqual([
      { actor_id: house.agent, action: "delivery.read", subject_id: delivery_id },
    ]);
  });

  it("in a list tells nobody what quotes the lead, because a list stands in no audit log", async () => {
    const house = await newHouse();
    const { delivery_id } = await deadDelivery(house);
    for (const as of [house.owner, house.agent, house.admin, house.viewer])
      for (const path of ["/api/deliveries", "/api/deliveries?status=dead"]) {
        const { body } = await call("GET", path, { as });
        expect(body.items).toMatchObject([
          {
            id: delivery_id,
            last_status_code: 400,
            last_error: "HTTP 400",
            dead_letter_id: expect.any(String),
          },
        ]);
      }
    const { body } = await call("GET", `/api/deliveries/${delivery_id}`, { as: house.agent });
    expect(body.last_error).toContain(secretContact.email);
  });

  it("tells a viewer neither its payload nor what the receiver said", async () => {
    const house = await newHouse();
    const dead = await deadDelivery(house);
    for (const path of [
      `/api/deliveries/${dead.delivery_id}`,
      "/api/deliveries",
      "/api/deliveries?status=dead",
    ]) {
      const { status, body } = await call("GET", path, { as: house.viewer });
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toContain('"last_error":"HTTP 400"');
      for (const secret of Object.values(secretContact)) expect(JSON.stringify(body)).not.toContain(secret);
    }
  });
});

describe("another tenant's", () => {
  it("delivery, and a filter by its things, look like nothing", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const dead = await deadDelivery(house);
    for (const path of [
      `/api/deliveries/${dead.delivery_id}`,
      `/api/deliveries?client_id=${house.clientId}`,
      `/api/deliveries?form_id=${house.formId}`,
      `/api/deliveries?destination_id=${house.destinationId}`,
      `/api/deliveries?lead_id=${dead.lead_id}`,
      `/api/deliveries?client_id=${other.clientId}&form_id=${house.formId}`,
    ])
      expect((await call("GET", path, { as: other.owner })).status, path).toBe(404);
    expect((await readList("/api/deliveries", other.owner)).items).toEqual([]);
  });
});

it("a cursor of another filter is refused", async () => {
  const house = await newHouse();
  await deadDelivery(house);
  await deadDelivery(house);
  const { body } = await call("GET", "/api/deliveries?limit=1", { as: house.owner });
  const path = `/api/deliveries?status=pending&cursor=${body.next_cursor}`;
  expect((await call("GET", path, { as: house.owner })).status).toBe(400);
});
