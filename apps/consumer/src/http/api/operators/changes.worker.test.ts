import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { newHouse, newOperator, type House } from "../../../../test/api/people.ts";
import { tokenOf } from "../../../../test/api/token-of.ts";
import { newTenant, rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

/** A house with a second client, which has an admin of its own. */
async function twoClients() {
  const [house, other] = await Promise.all([newHouse(), newTenant()]);
  await env.DB.prepare("UPDATE clients SET agency_id = ? WHERE id = ?")
    .bind(house.agencyId, other.clientId)
    .run();
  const otherAdmin = await newOperator(house.agencyId, "client_admin", other.clientId);
  return { house, otherId: other.clientId, otherAdmin };
}

/** Gives somebody a role at these clients. */
const setRole = ({ agencyId, owner }: House, id: string, role: string, client_ids: string[]) =>
  call("PUT", `/api/operators/${id}/role`, { as: owner, body: { agency_id: agencyId, role, client_ids } });

async function invite(
  { agencyId, owner }: House,
  role: string,
  client_ids: string[],
  as = owner,
  email = `${crypto.randomUUID()}@example.com`,
) {
  const body = { email, agency_id: agencyId, role, client_ids };
  const made = await call("POST", "/api/invitations", { as, body });
  expect(made.status).toBe(201);
  const token = tokenOf(made.body.link);
  return { id: made.body.invitation.id as string, invitation: made.body.invitation, token };
}

const accept = (token: string) =>
  call("POST", "/api/invitations/accept", {
    body: { token, name: "Asha", password: "correct horse battery" },
  });

describe("what happens to an operator of several clients", () => {
  it("is found by each client's admin in the audit log, and says nothing of the other client", async () => {
    const { house, otherId, otherAdmin } = await twoClients();
    const both = [house.clientId, otherId];
    const accepted = await invite(house, "client_viewer", both);
    expect((await accept(accepted.token)).status).toBe(200);
    const revoked = await invite(house, "agency_operator", both);
    await call("DELETE", `/api/invitations/${revoked.id}`, { as: house.owner });
    await setRole(house, house.agent, "client_viewer", both);
    await setRole(house, house.agent, "client_viewer", [otherId]);
    await setRole(house, house.agent, "client_admin", both);
    await call("DELETE", `/api/operators/${house.agent}`, { as: house.owner });
    const steps = [
      ["invitation.created", accepted.id],
      ["invitation.accepted", accepted.id],
      ["invitation.created", revoked.id],
      ["invitation.revoked", revoked.id],
      ["operator.role_changed", house.agent],
      ["operator.role_changed", house.agent],
      ["operator.role_changed", house.agent],
      ["operator.removed", house.agent],
    ];
    for (const [as, own, foreign] of [
      [house.admin, house.clientId, otherId],
      [otherAdmin, otherId, house.clientId],
    ] as const) {
      const { body } = await call("GET", "/api/audit-log", { as });
      expect(body.items.toReversed().map((entry: LogEntry) => [entry.action, entry.subject.id])).toEqual(
        steps,
      );
      expect(body.items.every(({ client_id }: LogEntry) => client_id === own)).toBe(true);
      expect(JSON.stringify(body)).not.toContain(foreign);
    }
    const changes = await rows(
      "SELECT detail_json FROM audit_log WHERE client_id = ? AND action LIKE 'operator.%' ORDER BY id",
      house.clientId,
    );
    expect(changes.map(({ detail_json }) => JSON.parse(String(detail_json)) as unknown)).toEqual([
      { before: "agency_operator", role: "client_viewer" },
      { before: "client_viewer", role: null },
      { before: null, role: "client_admin" },
      { before: "client_admin", role: null },
    ]);
  });

  it("and to an owner stands in the agency's log", async () => {
    const { house, otherId } = await twoClients();
    await setRole(house, house.agent, "agency_owner", []);
    await setRole(house, house.agent, "client_viewer", [otherId]);
    const entries = await rows(
      "SELECT client_id, detail_json FROM audit_log WHERE subject_id = ? ORDER BY id",
      house.agent,
    );
    const said = entries.map(({ client_id, detail_json }) => [client_id, detail_json]);
    const change = (before: string | null, role: string | null) => JSON.stringify({ before, role });
    // Entries of one change have no order.
    expect(new Set(said)).toEqual(
      new Set([
        [house.clientId, change("agency_operator", null)],
        [null, change(null, "agency_owner")],
        [null, change("agency_owner", null)],
        [otherId, change(null, "client_viewer")],
      ]),
    );
  });
});

it("a client that is named twice is given once", async () => {
  const house = await newHouse();
  const twice = [house.clientId, house.clientId];
  expect((await invite(house, "client_viewer", twice)).invitation.client_ids).toEqual([house.clientId]);
  const { body } = await setRole(house, house.agent, "client_viewer", twice);
  expect(body.memberships).toMatchObject([{ client_id: house.clientId }]);
});

describe("who goes, or may do less,", () => {
  const open = async (...ids: string[]) =>
    (
      await rows<{ id: string }>(
        "SELECT id FROM invitations WHERE revoked_at IS NULL AND id IN (SELECT value FROM json_each(?))",
        JSON.stringify(ids),
      )
    ).map(({ id }) => id);

  it("takes along open invitations, in the same breath and in each client's audit log", async () => {
    const { house, otherId } = await twoClients();
    const second = await newOperator(house.agencyId, "agency_owner");
    const both = await invite(house, "client_viewer", [house.clientId, otherId], second);
    const owner = await invite(house, "agency_owner", [], second);
    const others = await invite(house, "client_viewer", [house.clientId]);
    const used = await invite(house, "client_viewer", [house.clientId], second);
    expect((await accept(used.token)).status).toBe(200);
    const removed = await call("DELETE", `/api/operators/${second}`, { as: house.owner });
    expect(removed).toMatchObject({ status: 200, body: { removed: 1, revoked_invitations: 2 } });
    expect(await open(both.id, owner.id, others.id)).toEqual([others.id]);
    expect((await accept(both.token)).status).toBe(409);
    expect((await accept(others.token)).status).toBe(200);
    const logged = async (id: string) =>
      (
        await rows(
          "SELECT client_id FROM audit_log WHERE subject_id = ? AND action = 'invitation.revoked'",
          id,
        )
      ).map(({ client_id }) => client_id);
    expect(new Set(await logged(both.id))).toEqual(new Set([house.clientId, otherId]));
    expect(await logged(owner.id)).toEqual([null]);
    expect(await logged(used.id)).toEqual([]);
  });

  it.each([
    ["removed", (house: House, id: string) => call("DELETE", `/api/operators/${id}`, { as: house.owner })],
    [
      "given a lower role",
      (house: House, id: string) => setRole(house, id, "client_viewer", [house.clientId]),
    ],
  ])("of somebody %s ends what was offered to them before, here and nowhere else", async (_how, change) => {
    const [{ house, otherId }, elsewhere] = await Promise.all([twoClients(), newHouse()]);
    const [person] = await rows("SELECT email FROM operators WHERE id = ?", house.admin);
    const email = String(person?.["email"]);
    const here = await invite(house, "client_admin", [house.clientId], house.owner, email);
    const beside = await invite(house, "agency_operator", [otherId], house.owner, email);
    const abroad = await invite(elsewhere, "client_viewer", [elsewhere.clientId], elsewhere.owner, email);
    const stranger = await invite(house, "client_viewer", [house.clientId]);
    expect((await change(house, house.admin)).status).toBe(200);
    expect(await open(here.id, beside.id, abroad.id, stranger.id)).toEqual(
      [abroad.id, stranger.id].toSorted(),
    );
    expect((await accept(here.token)).status).toBe(409);
    expect(
      await rows("SELECT id FROM audit_log WHERE subject_id = ? AND action = 'invitation.revoked'", here.id),
    ).toHaveLength(1);
  });

  it("by a client's admin ends no offer of the agency's own roles, and none of another client", async () => {
    const { house, otherId } = await twoClients();
    const viewer = await newOperator(house.agencyId, "client_viewer", house.clientId);
    const [person] = await rows("SELECT email FROM operators WHERE id = ?", viewer);
    const email = String(person?.["email"]);
    const agencys = await invite(house, "agency_operator", [house.clientId], house.owner, email);
    const others = await invite(house, "client_viewer", [otherId], house.owner, email);
    const own = await invite(house, "client_viewer", [house.clientId], house.owner, email);
    expect((await call("DELETE", `/api/operators/${viewer}`, { as: house.admin })).status).toBe(200);
    expect(await open(agencys.id, others.id, own.id)).toEqual([agencys.id, others.id].toSorted());
  });

  it("keeps those invitations that the roles left would still allow", async () => {
    const { house, otherId } = await twoClients();
    const { admin } = house;
    await setRole(house, admin, "client_admin", [house.clientId, otherId]);
    const [here, there, both] = await Promise.all(
      [[house.clientId], [otherId], [house.clientId, otherId]].map((ids) =>
        invite(house, "client_viewer", ids, admin),
      ),
    );
    const ids = [here?.id ?? "", there?.id ?? "", both?.id ?? ""];
    const { body } = await setRole(house, admin, "client_admin", [otherId]);
    expect(body.revoked_invitations).toBe(2);
    expect(await open(...ids)).toEqual([there?.id]);
    expect((await setRole(house, admin, "client_viewer", [otherId])).body.revoked_invitations).toBe(1);
    expect(await open(...ids)).toEqual([]);
  });

  it("leaves keys that go on working, and the answer names them", async () => {
    const { house, otherId } = await twoClients();
    const second = await newOperator(house.agencyId, "agency_owner");
    const made = { created_by: second };
    const [own, others, wide] = await Promise.all([
      newKey(house, ["config:read"], made),
      newKey({ ...house, clientId: otherId }, ["config:read"], made),
      newKey(house, ["config:read"], { ...made, client_id: null }),
      newKey(house, ["config:read"], { ...made, revoked_at: 1 }),
      newKey(house, ["config:read"], { ...made, expires_at: 1 }),
      newKey(house, ["config:read"]),
    ]);
    const namedIn = ({ body }: Awaited<ReturnType<typeof call>>) =>
      new Set(body.access_keys.map(({ id }: { id: string }) => id));
    const demoted = await setRole(house, second, "client_admin", [house.clientId]);
    expect(namedIn(demoted)).toEqual(new Set([others.id, wide.id]));
    const byAdmin = await call("DELETE", `/api/operators/${second}`, { as: house.admin });
    expect(namedIn(byAdmin)).toEqual(new Set([own.id]));
    expect(JSON.stringify(byAdmin.body)).not.toContain("sealed");
    for (const key of [own, others, wide])
      expect((await call("GET", "/api/clients", { key })).status).toBe(200);
  });
});

interface LogEntry {
  action: string;
  client_id: string;
  subject: { id: string };
}
