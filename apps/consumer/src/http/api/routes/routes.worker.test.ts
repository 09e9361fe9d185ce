import { getAdapter } from "@leadrelay/adapters/registry";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse } from "../../../../test/api/destinations.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { deliverMessages, testDependencies } from "../../../../test/deliver-messages.ts";
import { rows } from "../../../../test/tenant.ts";
import { forgetTallies } from "../../../sweeps/tallies/forget-tallies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

/** A house with so many destinations A, B, … */
async function houseWith(count: number): Promise<House & { members: string[] }> {
  const house = await emptyHouse();
  const members: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { body } = await createDestination(house, { name: String.fromCharCode(65 + index) });
    members.push(String(body.id));
  }
  return { ...house, members };
}

const createRoute = (house: House, body: Record<string, unknown>, as = house.admin) =>
  call("POST", "/api/routes", {
    as,
    body: { client_id: house.clientId, name: "Buyers", mode: "weighted", ...body },
  });

const shares = (members: readonly string[], ...weights: number[]) =>
  members.map((destination_id, index) => ({ destination_id, weight: weights[index] ?? 1 }));

const post = (house: House, email: string, payload: Record<string, unknown> = {}) =>
  house.submission({ fields: { email }, payload: { email, ...payload } });

describe("a route that is added", () => {
  it("shares the leads that come from then on, and shows what each member had", async () => {
    const house = await houseWith(2);
    const added = await createRoute(house, { members: shares(house.members, 3, 1) });
    expect(added).toMatchObject({
      status: 201,
      body: {
        client_id: house.clientId,
        name: "Buyers",
        mode: "weighted",
        overflow_minutes: null,
        deleted_at: null,
      },
    });
    await deliverMessages(["a", "b", "c", "d"].map((name) => post(house, `${name}@example.com`)));
    const shown = await call("GET", `/api/routes/${added.body.id}`, { as: house.viewer });
    expect(shown.body).toMatchObject({
      members: [
        { destination_id: house.members[0], name: "A", weight: 3, conditions: null },
        { destination_id: house.members[1], name: "B", weight: 1, conditions: null },
      ],
      standings: [
        { destination_id: house.members[0], leads: 3, share: "75 % of its 75 %", closed: null },
        { destination_id: house.members[1], leads: 1, share: "25 % of its 25 %", closed: null },
      ],
    });
  });

  it("takes conditions in words or as an object, and gives members only leads that meet them", async () => {
    const house = await houseWith(2);
    const [a, b] = house.members;
    const added = await createRoute(house, {
      mode: "first_accepting",
      members: [
        { destination_id: a, conditions: "fields.budget is at least 5000" },
        { destination_id: b, conditions: { "fields.budget": { $lt: 5000 } } },
      ],
    });
    expect(added.status).toBe(201);
    await deliverMessages([
      post(house, "rich@example.com", { budget: "9000" }),
      post(house, "poor@example.com", { budget: "10" }),
    ]);
    const sent = await rows<{ destination_id: string; email: string }>(
      "SELECT destination_id, contact_email AS email FROM deliveries JOIN leads ON leads.id = lead_id WHERE deliveries.client_id = ?",
      house.clientId,
    );
    expect(sent).toEqual(
      expect.arrayContaining([
        { destination_id: a, email: "rich@example.com" },
        { destination_id: b, email: "poor@example.com" },
      ]),
    );
    expect(sent).toHaveLength(2);
    const shown = await call("GET", `/api/routes/${added.body.id}`, { as: house.admin });
    expect(shown.body).toMatchObject({
      standings: [{ only: "fields.budget is at least 5000" }, { only: "fields.budget is less than 5000" }],
    });
  });

  it("is named where one of its members is shown, until it is deleted", async () => {
    const house = await houseWith(2);
    const { body } = await createRoute(house, { members: shares(house.members.slice(0, 1)) });
    const show = async (id?: string) =>
      (await call("GET", `/api/destinations/${id}`, { as: house.viewer })).body["route"];
    expect(await show(house.members[0])).toEqual({ id: body.id, name: "Buyers", mode: "weighted" });
    expect(await show(house.members[1])).toBeNull();
    await call("DELETE", `/api/routes/${body.id}`, { as: house.admin });
    expect(await show(house.members[0])).toBeNull();
  });

  it("shows what it would have done with the last leads, and changes nothing by it", async () => {
    const house = await houseWith(2);
    await deliverMessages(["a", "b", "c"].map((name) => post(house, `${name}@example.com`)));
    const added = await createRoute(house, { mode: "round_robin", members: shares(house.members) });
    const preview = await call("GET", `/api/routes/${added.body.id}/preview?leads=200`, { as: house.viewer });
    expect(preview).toMatchObject({
      status: 200,
      body: {
        members: [
          { name: "A", leads: 2 },
          { name: "B", leads: 1 },
        ],
        nobody: 0,
      },
    });
    expect(preview.body.leads).toHaveLength(3);
    expect(await rows("SELECT * FROM tallies WHERE client_id = ?", house.clientId)).toEqual([]);
  });

  it.each<[string, (house: { members: string[] }) => Record<string, unknown>, string]>([
    ["without members", () => ({ members: [] }), "members"],
    ["that names one twice", ({ members: [a = ""] }) => ({ members: shares([a, a]) }), "members"],
    [
      "with somebody else's destination",
      () => ({ members: shares(["dst_other"]) }),
      "members.0.destination_id",
    ],
    ["with a mode that there is not", ({ members }) => ({ mode: "best", members: shares(members) }), "mode"],
    [
      "of all whose leads should go on",
      ({ members }) => ({ mode: "all", overflow_minutes: 30, members: shares(members) }),
      "overflow_minutes",
    ],
    [
      "whose leads should go on before they wait",
      ({ members }) => ({ overflow_minutes: 0, members: shares(members) }),
      "overflow_minutes",
    ],
    [
      "whose leads should wait for more than a week",
      ({ members }) => ({ overflow_minutes: 10_081, members: shares(members) }),
      "overflow_minutes",
    ],
    ["with less than no weight", ({ members }) => ({ members: shares(members, -1) }), "members.0.weight"],
    [
      "with a condition on what is no field",
      ({ members: [a] }) => ({ members: [{ destination_id: a, conditions: { colour: "red" } }] }),
      "members.0.conditions",
    ],
  ])("%s is refused, and the field named", async (_, bodyFor, field) => {
    const house = await houseWith(1);
    const refused = await createRoute(house, bodyFor(house));
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });

  it("is tried before it is saved: as it would be, and as what it has where that is asked; nothing is kept", async () => {
    const [house, other] = [await houseWith(2), await houseWith(1)];
    const added = await createRoute(house, { members: shares(house.members, 1, 1) });
    await deliverMessages(["a", "b", "c", "d"].map((name) => post(house, `${name}@example.com`)));
    const path = `/api/clients/${house.clientId}/route-preview`;
    const tried = (body: object, as = house.admin) =>
      call("POST", path, { as, body: { mode: "weighted", leads: 200, route_id: added.body.id, ...body } });
    const had = async (body: object) =>
      (await tried(body)).body.members.map(({ leads }: { leads: number }) => leads);
    expect(await had({ members: shares(house.members, 1, 1) })).toEqual([2, 2]);
    expect(await had({ members: shares(house.members, 3, 1) })).toEqual([3, 1]);
    expect(await had({ members: shares(house.members, 3, 1), mode: "all" })).toEqual([4, 4]);
    expect(await had({ members: shares(house.members.slice(1)), route_id: undefined })).toEqual([4]);
    const saved = await call("GET", `/api/routes/${added.body.id}/preview`, { as: house.viewer });
    expect(saved.body.members).toMatchObject([{ leads: 2 }, { leads: 2 }]);

    const wanted = shares(house.members).map((member) => ({ ...member, conditions: { name: "Asha" } }));
    expect((await tried({ members: wanted }, house.viewer)).status, "who sees names masked").toBe(403);
    expect((await tried({ members: shares(house.members) }, house.viewer)).status).toBe(200);
    expect((await tried({ members: shares(other.members) })).status, "another's destination").toBe(422);
    const theirs = await createRoute(other, { members: shares(other.members) });
    expect((await tried({ members: shares(house.members), route_id: theirs.body.id })).status).toBe(404);
    expect((await tried({ members: shares(house.members) }, other.admin)).status).toBe(404);
  });

  it("previews conditions on what the person wrote as leads that come are judged by them", async () => {
    const house = await houseWith(2);
    const [a, b] = house.members;
    const members = [{ destination_id: a, conditions: "message contains villa" }, { destination_id: b }];
    const { body } = await createRoute(house, { mode: "first_accepting", members });
    await deliverMessages([post(house, "villa@example.com", { message: "A villa, please" })]);
    const preview = await call("GET", `/api/routes/${body.id}/preview`, { as: house.viewer });
    expect(preview.body.members).toMatchObject([{ leads: 1 }, { leads: 0 }]);
  });

  it("takes conditions that are new from those alone who may see contacts, for who got which tells them", async () => {
    const house = await houseWith(2);
    const blind = await newKey(house, ["config:read", "config:write"]);
    const seeing = await newKey(house, ["config:write", "contacts:read"]);
    const [a, b] = house.members;
    const kept = { destination_id: a, conditions: { email: "asha@example.com" } };
    const asked = { client_id: house.clientId, name: "Buyers", mode: "first_accepting", members: [kept] };
    const refusal = { status: 403, body: { detail: expect.stringContaining("contacts:read") } };
    expect(await call("POST", "/api/routes", { key: blind, body: asked })).toMatchObject(refusal);
    const added = await call("POST", "/api/routes", { key: seeing, body: asked });
    expect(added.status).toBe(201);
    const change = (members: unknown[]) =>
      call("PATCH", `/api/routes/${added.body.id}`, { key: blind, body: { members }, headers: anyVersion });
    expect(await change([{ ...kept, conditions: { email: "ravi@example.com" } }])).toMatchObject(refusal);
    expect(await change([{ destination_id: b, conditions: kept.conditions }])).toMatchObject(refusal);
    expect(await change([{ destination_id: b }, kept])).toMatchObject({ status: 200 });
  });

  it("takes no destination that writes to the person themselves: a lead that it was given went nowhere", async () => {
    const house = await houseWith(1);
    const { body } = await createDestination(house, {
      kind: "lead_reply",
      settings: getAdapter("lead_reply").exampleSettings,
    });
    const refused = await createRoute(house, { members: shares([...house.members, String(body.id)]) });
    expect(refused).toMatchObject({
      status: 422,
      body: {
        errors: [{ field: "members.1.destination_id", detail: expect.stringContaining("themselves") }],
      },
    });
  });

  it("takes no destination that is in another, and says so", async () => {
    const house = await houseWith(2);
    await createRoute(house, { members: shares(house.members) });
    const second = await createRoute(house, { members: shares(house.members.slice(1)) });
    expect(second).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("in another route") },
    });
  });

  it("is nobody else's, and no viewer's to add", async () => {
    const [house, other] = await Promise.all([houseWith(1), newHouse()]);
    const members = shares(house.members);
    expect((await createRoute(house, { members }, house.viewer)).status).toBe(403);
    expect((await createRoute(house, { members }, other.admin)).status).toBe(404);
    const { body } = await createRoute(house, { members });
    for (const path of ["", "/preview"])
      expect((await call("GET", `/api/routes/${body.id}${path}`, { as: other.admin })).status).toBe(404);
  });
});

describe("a route that is changed", () => {
  it("begins to count anew with other weights, and not with another name", async () => {
    const house = await houseWith(2);
    const { body } = await createRoute(house, { members: shares(house.members) });
    const path = `/api/routes/${body.id}`;
    const change = (changed: Record<string, unknown>) =>
      call("PATCH", path, { as: house.admin, headers: anyVersion, body: changed });
    const named = await change({ name: "Sellers" });
    expect(named.body).toMatchObject({ name: "Sellers", counted_from: body.counted_from });
    const weighed = await change({ members: shares(house.members.toReversed(), 2, 1) });
    expect(weighed.body.counted_from).toBeGreaterThan(Number(body.counted_from));
    expect(weighed.body.members).toMatchObject([
      { name: "B", weight: 2 },
      { name: "A", weight: 1 },
    ]);
  });

  it("says how long a lead waits at a member, and that it waits as long as it takes; its shares go on", async () => {
    const house = await houseWith(2);
    const { body } = await createRoute(house, { members: shares(house.members), overflow_minutes: 30 });
    expect(body).toMatchObject({ overflow_minutes: 30 });
    const change = (changed: Record<string, unknown>) =>
      call("PATCH", `/api/routes/${body.id}`, { as: house.admin, headers: anyVersion, body: changed });
    const longer = await change({ overflow_minutes: 10_080 });
    expect(longer.body).toMatchObject({ overflow_minutes: 10_080, counted_from: body.counted_from });
    expect(await change({ mode: "all" })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "overflow_minutes" }] },
    });
    const ever = await change({ mode: "all", overflow_minutes: null });
    expect(ever).toMatchObject({ status: 200, body: { overflow_minutes: null } });
  });

  it("forgets what was counted before its shares changed, and all of it when it is deleted", async () => {
    const house = await houseWith(2);
    const { body } = await createRoute(house, { members: shares(house.members) });
    const path = `/api/routes/${body.id}`;
    const change = (changed: Record<string, unknown>) =>
      call("PATCH", path, { as: house.admin, headers: anyVersion, body: changed });
    const kept = async () => {
      const dependencies = testDependencies({ now: () => Date.now() + 60_000 });
      await forgetTallies(dependencies);
      const found = await rows<{ count: number }>(
        "SELECT count FROM tallies WHERE client_id = ? AND subject LIKE 'route:%' AND period = 'all'",
        house.clientId,
      );
      return found.reduce((sum, { count }) => sum + count, 0);
    };
    await deliverMessages(["a", "b", "c"].map((name) => post(house, `${name}@example.com`)));
    expect(await kept()).toBe(3);
    await change({ name: "Sellers" });
    expect(await kept()).toBe(3);
    await change({ members: shares(house.members, 2, 1) });
    expect(await kept()).toBe(0);
    await deliverMessages([post(house, "d@example.com")]);
    await change({ name: "Buyers" });
    expect(await kept()).toBe(1);
    await call("DELETE", path, { as: house.admin });
    expect(await kept()).toBe(0);
  });

  it("wants the version it was read at", async () => {
    const house = await houseWith(1);
    const { body } = await createRoute(house, { members: shares(house.members) });
    const path = `/api/routes/${body.id}`;
    const change = (headers?: Record<string, string>) =>
      call("PATCH", path, { as: house.admin, body: { name: "X" }, ...(headers && { headers }) });
    expect((await change()).status).toBe(428);
    expect((await change({ "if-match": '"1"' })).status).toBe(412);
  });

  it("that is deleted leaves its members to hear of every lead, and free for another", async () => {
    const house = await houseWith(2);
    const { body } = await createRoute(house, { members: shares(house.members) });
    const deleted = await call("DELETE", `/api/routes/${body.id}`, { as: house.admin });
    expect(deleted.body).toMatchObject({ what_happens: "From now on every lead goes to each of A, B." });
    await deliverMessages([post(house, "a@example.com")]);
    expect(await rows("SELECT 1 FROM deliveries WHERE client_id = ?", house.clientId)).toHaveLength(2);
    expect((await createRoute(house, { members: shares(house.members) })).status).toBe(201);
    const listed = await call("GET", `/api/routes?client_id=${house.clientId}`, { as: house.viewer });
    expect(listed.body.items).toHaveLength(1);
  });
});
