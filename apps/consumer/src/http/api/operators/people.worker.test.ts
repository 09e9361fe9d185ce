import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { emailOf, newHouse, newOperator } from "../../../../test/api/people.ts";
import { tokenOf } from "../../../../test/api/token-of.ts";
import { rows } from "../../../../test/tenant.ts";
import { accept, invite } from "../../../../test/api/invite.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

describe("a role", () => {
  it("taken away ends at once what it allowed", async () => {
    const house = await newHouse();
    expect((await call("GET", "/api/clients", { as: house.agent })).body.items).toHaveLength(1);
    await call("DELETE", `/api/operators/${house.agent}`, { as: house.owner });
    expect((await call("GET", "/api/clients", { as: house.agent })).status).toBe(403);
  });

  it("changed replaces what the operator was in that agency", async () => {
    const house = await newHouse();
    const path = `/api/operators/${house.agent}/role`;
    const body = { agency_id: house.agencyId, role: "client_viewer", client_ids: [house.clientId] };
    expect((await call("PUT", path, { as: house.owner, body })).status).toBe(200);
    expect(await rows("SELECT role FROM memberships WHERE operator_id = ?", house.agent)).toEqual([
      { role: "client_viewer" },
    ]);
    expect(
      (await call("POST", "/api/clients", { as: house.agent, body: { agency_id: "x", name: "x" } })).status,
    ).toBe(403);
  });

  it("of the last owner stays, whoever asks and however many at once", async () => {
    const house = await newHouse();
    const second = await newOperator(house.agencyId, "agency_owner");
    const answers = await Promise.all([
      call("DELETE", `/api/operators/${second}`, { as: house.owner }),
      call("DELETE", `/api/operators/${house.owner}`, { as: second }),
    ]);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    const owners = await rows(
      "SELECT operator_id FROM memberships WHERE agency_id = ? AND role = 'agency_owner'",
      house.agencyId,
    );
    expect(owners.length).toBeGreaterThan(0);
  });

  it("that the agency gave is not a client admin's to take", async () => {
    const house = await newHouse();
    const { status } = await call("DELETE", `/api/operators/${house.agent}`, { as: house.admin });
    expect(status).toBe(404);
    expect(await rows("SELECT role FROM memberships WHERE operator_id = ?", house.agent)).toHaveLength(1);
  });

  it("that the agency gave is not a client admin's to change, by no way round", async () => {
    const house = await newHouse();
    const role = { role: "client_viewer", client_ids: [house.clientId] };
    const path = `/api/operators/${house.agent}/role`;
    const body = { agency_id: house.agencyId, ...role };
    expect((await call("PUT", path, { as: house.admin, body })).status).toBe(404);
    const { token } = await invite(house, { ...role, email: emailOf(house.agent) }, house.admin);
    const accepted = await call("POST", "/api/invitations/accept", { as: house.agent, body: { token } });
    expect(accepted.status).toBe(200);
    expect(await rows("SELECT role FROM memberships WHERE operator_id = ?", house.agent)).toEqual([
      { role: "agency_operator" },
    ]);
  });

  it("of the only owner stays, and the answer says why", async () => {
    const house = await newHouse();
    const path = `/api/operators/${house.owner}`;
    const body = { agency_id: house.agencyId, role: "client_viewer", client_ids: [house.clientId] };
    for (const refused of [
      await call("DELETE", path, { as: house.owner }),
      await call("PUT", `${path}/role`, { as: house.owner, body }),
    ]) {
      expect(refused.status).toBe(409);
      expect(refused.body.detail).toContain("keeps an owner");
    }
  });
});

describe("the list of operators", () => {
  it("shows an owner everybody, an admin the people of its client, page by page", async () => {
    const house = await newHouse();
    await newOperator(house.agencyId, "agency_owner");
    const readAll = async (as: string) => {
      const seen: string[] = [];
      for (let cursor: string | null = ""; cursor !== null;) {
        const query = cursor === "" ? "limit=2" : `limit=2&cursor=${cursor}`;
        const { body } = await call("GET", `/api/operators?${query}`, { as });
        seen.push(...body.items.map(({ email }: { email: string }) => email));
        cursor = body.next_cursor;
      }
      return seen;
    };
    const everybody = await readAll(house.owner);
    expect(everybody).toHaveLength(5);
    expect(new Set(everybody)).toContain(emailOf(house.viewer));
    const clients = [house.agent, house.admin, house.viewer].map(emailOf);
    expect(new Set(await readAll(house.admin))).toEqual(new Set(clients));
  });
});

describe("agencies", () => {
  it("are added by the installation's owners, who do not see their clients", async () => {
    const [installation, house] = await Promise.all([newHouse({ installation: true }), newHouse()]);
    const body = { name: "Second", owner_email: `${crypto.randomUUID()}@example.com` };
    expect((await call("POST", "/api/agencies", { as: house.owner, body })).status).toBe(403);
    const made = await call("POST", "/api/agencies", { as: installation.owner, body });
    expect(made.status).toBe(201);
    const token = tokenOf(made.body.link);
    expect((await accept(token)).body).toMatchObject({
      role: "agency_owner",
      agency_name: "Second",
      client_names: [],
    });
    expect((await call("GET", `/api/clients/${house.clientId}`, { as: installation.owner })).status).toBe(
      404,
    );
    expect((await call("GET", `/api/agencies/${house.agencyId}`, { as: installation.owner })).status).toBe(
      200,
    );
  });
});
