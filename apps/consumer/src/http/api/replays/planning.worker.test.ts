import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { addDead } from "../../../../test/dead-deliveries.ts";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse, newOperator, type House } from "../../../../test/api/people.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const clock = { now: 1_000_000_000 };
const { call } = testApi({ now: () => clock.now });
const begin = (as: string) => call("POST", "/api/replays", { as, body: { filter: { status: "dead" } } });
const goOn = (as: string, id: string) => call("POST", `/api/replays/${id}/continue`, { as });

/** A house with more dead deliveries than one request looks at. */
async function busyHouse(): Promise<House> {
  const house = await newHouse();
  await addDead(house, 10_600);
  return house;
}

describe("a plan over more than one request looks at", () => {
  it("is made by asking on, counts all of it, and can be applied only then", async () => {
    const house = await busyHouse();
    const begun = await begin(house.agent);
    expect(begun).toMatchObject({ status: 201, body: { state: "planning", id: expect.any(String) } });
    const { id, examined } = begun.body;
    expect(examined).toBeLessThanOrEqual(12_500);
    const early = await call("POST", `/api/replays/${id}/apply`, { as: house.agent });
    expect(early).toMatchObject({ status: 409, body: { detail: expect.stringContaining(`--plan ${id}`) } });
    expect((await goOn(house.owner, id)).status).toBe(404);
    expect((await call("GET", `/api/replays/${id}`, { as: house.agent })).body).toMatchObject({
      state: "planning",
      examined,
    });
    const made = await goOn(house.agent, id);
    expect(made).toMatchObject({ status: 200, body: { id, state: "planned", summary: { count: 10_600 } } });
    expect((await goOn(house.agent, id)).body).toMatchObject({ id, state: "planned" });
    expect(await rows("SELECT 1 FROM replay_planning WHERE created_by = ?", house.agent)).toEqual([]);
  });

  it("is the only one its author makes: another is refused by name, one dropped or left alone makes room", async () => {
    const house = await busyHouse();
    const { id } = (await begin(house.agent)).body;
    const second = await begin(house.agent);
    expect(second.status).toBe(409);
    for (const said of [id, `queue replay --plan ${id}`, `queue cancel ${id}`])
      expect(second.body.detail).toContain(said);
    const colleague = await newOperator(house.agencyId, "agency_operator", house.clientId);
    expect((await begin(colleague)).status).toBe(201);
    const dropped = await call("POST", `/api/replays/${id}/cancel`, { as: house.agent });
    expect(dropped).toMatchObject({ status: 200, body: { state: "cancelled" } });
    const third = await begin(house.agent);
    expect(third.status).toBe(201);
    clock.now += 121_000;
    expect((await goOn(house.agent, third.body.id)).status).toBe(404);
    expect((await begin(house.agent)).status).toBe(201);
  });

  it("has one step at a time, and a step that crashed holds it up for a minute at most", async () => {
    const house = await busyHouse();
    const { id } = (await begin(house.agent)).body;
    await env.DB.prepare("UPDATE replay_planning SET busy_until = ? WHERE plan_id = ?")
      .bind(clock.now + 60_000, id)
      .run();
    expect((await goOn(house.agent, id)).status).toBe(409);
    clock.now += 60_000;
    expect((await goOn(house.agent, id)).body).toMatchObject({ state: "planned" });
  });
});

it("plans asked for at the same moment are one plan, and a refused filter leaves nothing behind", async () => {
  const house = await busyHouse();
  const answers = await Promise.all(Array.from({ length: 5 }, () => begin(house.agent)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409]);
  const body = { filter: { status: "dead", client_ids: ["cli_nobody"] } };
  expect((await call("POST", "/api/replays", { as: house.owner, body })).status).toBe(404);
  expect(await rows("SELECT 1 FROM replay_planning WHERE created_by = ?", house.owner)).toEqual([]);
});

it("a plan that was removed says how to plan anew", async () => {
  const house = await newHouse();
  const gone = await call("POST", `/api/replays/${crypto.randomUUID()}/apply`, { as: house.agent });
  expect(gone).toMatchObject({
    status: 404,
    body: { detail: expect.stringContaining("plan anew with `leadrelay queue replay`") },
  });
});
