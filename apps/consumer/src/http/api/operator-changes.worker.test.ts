import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../test/api/admin-api.ts";
import { newHouse, newOperator, type House } from "../../../test/api/people.ts";
import { newTenant, rows } from "../../../test/tenant.ts";

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

async function invite({ agencyId, owner }: House, role: string, client_ids: string[], as = owner) {
  const email = `${crypto.randomUUID()}@example.com`;
  const body = { email, agency_id: agencyId, role, client_ids };
  const made = await call("POST", "/api/invitations", { as, body });
  expect(made.status).toBe(201);
  const token = new URL(made.body.link).searchParams.get("token") ?? "";
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
    expect(said).toEqual([
      [house.clientId, change("agency_operator", null)],
      [null, change(null, "agency_owner")],
      [null, change("agency_owner", null)],
      [otherId, change(null, "client_viewer")],
    ]);
  });
});

it("a client that is named twice is given once", async () => {
  const house = await newHouse();
  const twice = [house.clientId, house.clientId];
  expect((await invite(house, "client_viewer", twice)).invitation.client_ids).toEqual([house.clientId]);
  const { body } = await setRole(house, house.agent, "client_viewer", twice);
  expect(body.memberships).toMatchObject([{ client_id: house.clientId }]);
});

interface LogEntry {
  action: string;
  client_id: string;
  subject: { id: string };
}
