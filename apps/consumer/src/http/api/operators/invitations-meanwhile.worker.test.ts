import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { emailOf, newHouse, type House } from "../../../../test/api/people.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

/** An API at whose database something is done just before this statement is committed. */
function apiInterruptedAt(statement: string, meanwhile: () => Promise<unknown>) {
  let [isPending, isDone] = [false, false];
  const control = new Proxy(env.DB, {
    get(d1, name) {
      if (name === "prepare")
        return (text: string) => {
          isPending ||= !isDone && text.includes(statement);
          return d1.prepare(text);
        };
      if (name !== "batch") return Reflect.get(d1, name, d1) as unknown;
      return async (list: D1PreparedStatement[]) => {
        if (isPending) {
          [isPending, isDone] = [false, true];
          await meanwhile();
        }
        return d1.batch(list);
      };
    },
  });
  return testApi({ control, leadDatabase: () => control });
}

const invite = ({ agencyId, clientId }: House, as: string, email: string, role = "client_viewer") =>
  call("POST", "/api/invitations", {
    as,
    body: { email, agency_id: agencyId, role, client_ids: role === "agency_owner" ? [] : [clientId] },
  });
const openTo = (email: string) =>
  rows("SELECT id FROM invitations WHERE email = ? AND revoked_at IS NULL AND accepted_at IS NULL", email);

it("an invitation of somebody that is made while they are removed ends with it", async () => {
  const house = await newHouse();
  const email = emailOf(house.viewer);
  const racing = apiInterruptedAt("UPDATE invitations SET revoked_at", async () => {
    expect((await invite(house, house.owner, email)).status).toBe(201);
  });
  const removed = await racing.call("DELETE", `/api/operators/${house.viewer}`, { as: house.owner });
  expect(removed.status).toBe(200);
  expect(await openTo(email)).toEqual([]);
});

it("a client's admin who removes somebody leaves alone what the agency offers them meanwhile", async () => {
  const house = await newHouse();
  const email = emailOf(house.viewer);
  const racing = apiInterruptedAt("UPDATE invitations SET revoked_at", async () => {
    expect((await invite(house, house.owner, email, "agency_operator")).status).toBe(201);
  });
  const removed = await racing.call("DELETE", `/api/operators/${house.viewer}`, { as: house.admin });
  expect(removed.status).toBe(200);
  expect(await openTo(email)).toHaveLength(1);
});

it("whoever is removed while they invite somebody has invited nobody", async () => {
  const house = await newHouse();
  const email = `${crypto.randomUUID()}@example.com`;
  const racing = apiInterruptedAt('insert into "invitations"', async () => {
    expect((await call("DELETE", `/api/operators/${house.admin}`, { as: house.owner })).status).toBe(200);
  });
  const { agencyId: agency_id, clientId } = house;
  const body = { email, agency_id, role: "client_viewer", client_ids: [clientId] };
  const invited = await racing.call("POST", "/api/invitations", { as: house.admin, body });
  expect(invited.status).toBe(409);
  expect(await openTo(email)).toEqual([]);
});
