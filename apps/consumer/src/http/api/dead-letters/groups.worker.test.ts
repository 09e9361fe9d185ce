import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { deadDelivery } from "../../../../test/api/dead-delivery.ts";
import { manyLetters, messageLetter } from "../../../../test/api/letters.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const from = 1_700_000_000_000;

const groupOf = ({ clientId, destinationId }: House, cause = "refused") => ({
  client_id: clientId,
  destination_id: destinationId,
  kind: "delivery",
  cause,
  status_code: null,
  fingerprint: "",
});

/** Every step of an operation on a group; what each changed. */
async function through(operation: "discard" | "reopen", as: string, body: object, steps = Infinity) {
  const counts: number[] = [];
  let cursor: string | null = null;
  do {
    const asked = { as, body: { ...body, ...(cursor === null ? {} : { cursor }) } };
    const answer = await call("POST", `/api/dead-letter-groups/${operation}`, asked);
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    counts.push(answer.body.count);
    cursor = answer.body.next_cursor;
  } while (cursor !== null && counts.length < steps);
  return counts;
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const states = async ({ clientId }: House) =>
  Object.fromEntries(
    (
      await rows<{ state: string; cause: string; n: number }>(
        "SELECT state, cause, count(*) AS n FROM dead_letters WHERE client_id = ? GROUP BY 1, 2",
        clientId,
      )
    ).map(({ state, cause, n }) => [`${cause} ${state}`, n]),
  );
const told = async ({ clientId }: House, action: string) =>
  (
    await rows<{ detail_json: string }>(
      "SELECT detail_json FROM audit_log WHERE client_id = ? AND action = ?",
      clientId,
      action,
    )
  ).map(({ detail_json }) => (JSON.parse(detail_json) as { count: number }).count);

const given = { reason: "Nobody wants them", until: from + 10_000_000_000 };

describe("a group of 2 100 letters is given up", () => {
  it("in steps of a hundred, and no letter besides; each step is in the audit log with its count", async () => {
    const house = await newHouse();
    await manyLetters(house, 2_100, from);
    const counts = await through("discard", house.admin, { ...groupOf(house), ...given });
    expect([Math.max(...counts), sum(counts)]).toEqual([100, 2_098]);
    expect(await states(house)).toEqual({ "refused discarded": 2_098, "gone open": 2 });
    expect(sum(await told(house, "dead_letter_group.discarded"))).toBe(2_098);
    const counted = await call("GET", "/api/dead-letter-counts", { as: house.admin });
    expect(counted.body).toEqual({ open: 2, by_kind: [{ kind: "delivery", count: 2 }] });
  });

  it("once, by whichever of two who do it at the same time", async () => {
    const house = await newHouse();
    await manyLetters(house, 500, from);
    const asked = { ...groupOf(house), ...given };
    const both = await Promise.all([
      through("discard", house.admin, asked),
      through("discard", house.owner, asked),
    ]);
    expect(sum(both.flat())).toBe(500);
    expect(sum(await told(house, "dead_letter_group.discarded"))).toBe(500);
    expect(await states(house)).toEqual({ "refused discarded": 500 });
  });

  it("to its end by whoever begins anew after the first step was the last that was heard of", async () => {
    const house = await newHouse();
    await manyLetters(house, 250, from);
    const asked = { ...groupOf(house), ...given };
    expect(await through("discard", house.admin, asked, 1)).toEqual([100]);
    expect(sum(await through("discard", house.admin, asked))).toBe(150);
    expect(await states(house)).toEqual({ "refused discarded": 250 });
  });

  it("reading a bounded number of rows a step, wherever the group's letters lie", async () => {
    const house = await newHouse();
    await manyLetters(house, 3_000, from);
    const { bill, databases } = meteredD1();
    await testApi(databases).call("POST", "/api/dead-letter-groups/discard", {
      as: house.admin,
      body: { ...groupOf(house, "gone"), ...given },
    });
    expect(bill.read).toBeLessThanOrEqual(600);
  });
});

describe("a group", () => {
  it("keeps what failed after the moment that was looked at", async () => {
    const house = await newHouse();
    await manyLetters(house, 20, from);
    const until = from + 10_000;
    expect(await through("discard", house.admin, { ...groupOf(house), ...given, until })).toEqual([10]);
    expect(await states(house)).toEqual({ "refused discarded": 10, "refused open": 10 });
  });

  it("is no viewer's to give up, and another tenant's is not there", async () => {
    const [house, other] = [await newHouse(), await newHouse()];
    await manyLetters(house, 5, from);
    const body = { ...groupOf(house), ...given };
    const ask = async (as: string) =>
      (await call("POST", "/api/dead-letter-groups/discard", { as, body })).status;
    expect([await ask(house.viewer), await ask(other.owner)]).toEqual([403, 404]);
    expect(await states(house)).toEqual({ "refused open": 5 });
  });
});

describe("what was discarded is taken back", () => {
  const poison = ({ clientId }: House) => ({
    client_id: clientId,
    destination_id: null,
    kind: "poison",
    cause: "constraint",
    status_code: null,
    fingerprint: "",
  });

  it("by whoever did it, all of it and nothing that was discarded before", async () => {
    const house = await newHouse();
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => messageLetter(house)));
    await call("POST", `/api/dead-letters/${first}/discard`, { as: house.admin, body: { reason: "spam" } });
    await new Promise((later) => setTimeout(later, 5));
    const since = Date.now();
    await through("discard", house.admin, { ...poison(house), ...given });
    const undo = { ...poison(house), discarded_since: since };
    expect(await through("reopen", house.owner, undo)).toEqual([0]);
    expect(await through("reopen", house.admin, undo)).toEqual([2]);
    const open = await rows<{ id: string }>(
      "SELECT id FROM dead_letters WHERE client_id = ? AND state = 'open' AND settled_at IS NULL",
      house.clientId,
    );
    expect(open.map(({ id }) => id).toSorted()).toEqual(others.toSorted());
    expect(await told(house, "dead_letter_group.reopened")).toEqual([2]);
  });

  it("but not what was sent since, and not after an hour", async () => {
    const house = await newHouse();
    const sent = await deadDelivery(house);
    const kept = await deadDelivery(house);
    const [letter] = await rows<{ destination_id: string; last_status_code: number; fingerprint: string }>(
      "SELECT destination_id, last_status_code, fingerprint FROM dead_letters WHERE id = ?",
      sent.dead_letter_id,
    );
    const group = {
      ...groupOf(house),
      destination_id: letter?.destination_id,
      status_code: letter?.last_status_code,
      fingerprint: letter?.fingerprint,
    };
    const since = Date.now();
    const until = Date.now() + 1_000_000;
    expect(await through("discard", house.admin, { ...group, reason: "spam", until })).toEqual([2]);
    await env.DB.prepare("UPDATE deliveries SET status = 'delivered' WHERE public_id = ?")
      .bind(sent.delivery_id)
      .run();
    expect(await through("reopen", house.admin, { ...group, discarded_since: since })).toEqual([1]);
    const after = await rows<{ id: string }>(
      "SELECT id FROM dead_letters WHERE client_id = ? AND state = 'open'",
      house.clientId,
    );
    expect(after.map(({ id }) => id)).toEqual([kept.dead_letter_id]);
    const late = { as: house.admin, body: { ...group, discarded_since: since - 3_700_000 } };
    expect((await call("POST", "/api/dead-letter-groups/reopen", late)).status).toBe(409);
  });
});
