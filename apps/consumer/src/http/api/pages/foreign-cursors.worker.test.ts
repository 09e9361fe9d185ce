import { writeCursor } from "@leadrelay/admin-api/pages/cursor";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { deadDelivery } from "../../../../test/api/dead-delivery.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

const plan = async (as: string): Promise<string> =>
  (await call("POST", "/api/replays", { as, body: { filter: { status: "dead" } } })).body.id;

describe("a cursor of replays", () => {
  it("that names another tenant's plan is refused, and that plan stays as it is", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    await Promise.all([deadDelivery(house), deadDelivery(other)]);
    await plan(house.owner);
    const theirs = await plan(other.owner);
    const before = await rows("SELECT * FROM replay_plans WHERE id = ?", theirs);
    for (const forged of [writeCursor([theirs]), theirs, "v1.test.AAAA.AAAA"]) {
      const { status, body } = await call("GET", `/api/replays?cursor=${forged}`, { as: house.owner });
      expect(status).toBe(400);
      expect(JSON.stringify(body)).not.toContain(theirs);
    }
    expect(await rows("SELECT * FROM replay_plans WHERE id = ?", theirs)).toEqual(before);
  });

  it("is of no other list", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    await Promise.all([deadDelivery(house), deadDelivery(other)]);
    for (let n = 0; n < 2; n += 1) await plan(house.owner);
    await plan(other.owner);
    const { body } = await call("GET", "/api/replays?limit=1", { as: house.owner });
    for (const path of ["invitations", "outage-summaries", `clients/${house.clientId}/blocked-ips`]) {
      const asked = await call("GET", `/api/${path}?cursor=${body.next_cursor}`, { as: house.owner });
      expect(asked.status, path).toBe(400);
    }
  });
});

/** A place in each list whose key is an id, or ends in one: of a thing of another tenant. */
const lists: [path: string, key: (id: string) => (string | number)[]][] = [
  ["clients", (id) => [id]],
  ["agencies", (id) => [id]],
  ["leads", (id) => ["newest", id]],
  ["leads?since=1", (id) => ["submitted", 9e15, 9e9, 1, id]],
  ["forms", (id) => [id, id]],
  ["destinations", (id) => [id, id]],
  ["submissions", (id) => [9e15, 9e9, 1, id]],
  ["events", (id) => [9e15, 9e9, 1, id]],
  ["blocked-submissions", (id) => [9e15, id]],
  ["deliveries", (id) => ["newest", 9e15, 9e9, id, id]],
  ["deliveries?status=pending", (id) => ["unsettled", 0, 0, id, id]],
  ["deliveries?status=dead", (id) => ["dead", 9e15, 0, id, ""]],
  ["dead-letters", (id) => ["open", 9e15, id]],
  ["dead-letter-groups", (id) => [9e15, id]],
  ["operators", (id) => [id, id, id]],
  ["access-keys", (id) => [9e15, id]],
  ["audit-log", (id) => [id]],
];

it.each(lists)(
  "%s: a forged cursor is a position, and shows nothing of whose id it holds",
  async (path, key) => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const dead = await deadDelivery(other);
    const theirs = [
      other.clientId,
      other.agencyId,
      other.formId,
      other.destinationId,
      other.owner,
      dead.lead_id,
    ];
    for (const id of [...theirs, dead.delivery_id, dead.dead_letter_id, "zzzz"]) {
      const cursor = writeCursor(key(id));
      const url = `/api/${path}${path.includes("?") ? "&" : "?"}cursor=${cursor}`;
      const { status, body } = await call("GET", url, { as: house.owner });
      expect(status).toBe(200);
      const shown = JSON.stringify(body.items);
      for (const secret of theirs) expect(shown).not.toContain(secret);
    }
  },
);
