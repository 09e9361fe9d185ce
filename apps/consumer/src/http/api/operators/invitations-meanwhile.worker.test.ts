import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { emailOf, newHouse, newOperator, type House } from "../../../../test/api/people.ts";
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

it.each<[what: string, role: string, left: "first" | "both", status: number]>([
  ["still is an admin of both clients", "client_viewer", "both", 201],
  ["is an admin of one of two clients no more", "client_viewer", "first", 409],
  ["was an owner and is an admin", "agency_operator", "both", 409],
])(
  "an invitation by whoever %s is judged by what they are when it is written",
  async (_what, role, left, status) => {
    const house = await newHouse();
    const { agencyId: agency_id, clientId, owner } = house;
    const made = await call("POST", "/api/clients", { as: owner, body: { name: "Second", agency_id } });
    const client_ids = [clientId, made.body.id as string];
    const inviter = role === "agency_operator" ? await newOperator(agency_id, "agency_owner") : house.admin;
    const give = (ids: readonly string[]) =>
      call("PUT", `/api/operators/${inviter}/role`, {
        as: owner,
        body: { agency_id, role: "client_admin", client_ids: ids },
      });
    if (inviter === house.admin) expect((await give(client_ids)).status).toBe(200);
    const email = `${crypto.randomUUID()}@example.com`;
    const racing = apiInterruptedAt('insert into "invitations"', async () => {
      expect((await give(left === "both" ? client_ids : [clientId])).status).toBe(200);
    });
    const body = { email, agency_id, role, client_ids };
    const invited = await racing.call("POST", "/api/invitations", { as: inviter, body });
    expect(invited.status).toBe(status);
    expect(await openTo(email)).toHaveLength(status === 201 ? 1 : 0);
  },
);
