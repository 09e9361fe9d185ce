import { writeCursor } from "@leadrelay/admin-api/pages/cursor";
import { applyD1Migrations, env } from "cloudflare:test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { deadDelivery } from "../../../../test/api/dead-delivery.ts";
import { plannedReplay } from "../../../../test/api/house-knows.ts";
import { newHouse, newOperator } from "../../../../test/api/people.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

/** All that a cursor says to who decodes it. */
const decoded = (cursor: string) =>
  cursor
    .split(".")
    .map((part) => atob(part.replaceAll("-", "+").replaceAll("_", "/")))
    .join(" ");

const plan = async (as: string): Promise<string> =>
  (await call("POST", "/api/replays", { as, body: { filter: { status: "dead" } } })).body.id;

/** Ids above those of any other plan: a page of one looks through five, whosever they are. */
const newest = [0, 1, 2, 3, 4, 5].map((n) => `ffffffff-ffff-7fff-bfff-fffffffffff${n}`);
afterAll(() => env.DB.prepare("DELETE FROM replay_plans WHERE id >= ?").bind(newest[0]).run());

describe("a cursor of replays", () => {
  it("that ends at another tenant's plan names it to nobody, and goes on behind it", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const [mine = "", ...theirs] = newest;
    await plannedReplay(house, mine);
    for (const id of theirs) await plannedReplay(other, id);
    const first = await call("GET", "/api/replays?limit=1", { as: house.owner });
    expect(first.body.items).toEqual([]);
    for (const id of theirs) expect(decoded(first.body.next_cursor)).not.toContain(id);
    const path = `/api/replays?limit=1&cursor=${first.body.next_cursor}`;
    const second = await call("GET", path, { as: house.owner });
    expect(second.body.items.map(({ id }: { id: string }) => id)).toEqual([mine]);
  });

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
    for (let n = 0; n < 6; n += 1) await plan(other.owner);
    const { body } = await call("GET", "/api/replays?limit=1", { as: house.owner });
    for (const path of ["invitations", "outage-summaries", `clients/${house.clientId}/blocked-ips`]) {
      const asked = await call("GET", `/api/${path}?cursor=${body.next_cursor}`, { as: house.owner });
      expect(asked.status, path).toBe(400);
    }
  });
});

it("a cursor of invitations does not name one to another client of the agency", async () => {
  const house = await newHouse();
  const sister = `cli_${crypto.randomUUID()}`;
  await env.DB.prepare("INSERT INTO clients (id, agency_id, name, created_at) VALUES (?, ?, 'Sister', 0)")
    .bind(sister, house.agencyId)
    .run();
  const admin = await newOperator(house.agencyId, "client_admin", sister);
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const body = {
      email: `${crypto.randomUUID()}@example.com`,
      agency_id: house.agencyId,
      role: "client_viewer",
      client_ids: [house.clientId],
    };
    ids.push((await call("POST", "/api/invitations", { as: house.owner, body })).body.invitation.id);
  }
  const { body } = await call("GET", "/api/invitations?limit=1", { as: admin });
  expect(body.items).toEqual([]);
  expect(body.next_cursor).not.toBeNull();
  for (const id of ids) expect(decoded(body.next_cursor)).not.toContain(id);
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
