import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../test/api/admin-api.ts";
import { newBrowser, signIn, whoAmI } from "../../../test/api/browser.ts";
import { emailOf, newHouse, newOperator, type House } from "../../../test/api/people.ts";
import { rows } from "../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const password = "correct horse battery";

const offer = (house: House, given: Record<string, unknown> = {}) => ({
  email: `${crypto.randomUUID()}@example.com`,
  agency_id: house.agencyId,
  role: "client_viewer",
  client_ids: [house.clientId],
  ...given,
});

async function invite(house: House, given: Record<string, unknown> = {}, as = house.owner) {
  const body = offer(house, given);
  const { status, body: made } = await call("POST", "/api/invitations", { as, body });
  expect(status, JSON.stringify(made)).toBe(201);
  const token = new URL(made.link).searchParams.get("token") ?? "";
  return { email: body.email, id: made.invitation.id as string, token };
}

const accept = (token: string, given = {}) =>
  call("POST", "/api/invitations/accept", { body: { token, name: "Asha", password, ...given } });

describe("an invitation", () => {
  it("makes an operator who signs in and sees the client, and nothing else", async () => {
    const house = await newHouse();
    const { email, token } = await invite(house);
    expect(await accept(token)).toMatchObject({ status: 200, body: { email, new_account: true } });
    const browser = newBrowser();
    expect((await signIn(browser, { email, password })).status).toBe(200);
    expect(await whoAmI(browser)).toBe(email);
    const { body } = await browser.get("/api/clients");
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([house.clientId]);
  });

  it("is good once, even when it is accepted twice at once", async () => {
    const house = await newHouse();
    const { email, token } = await invite(house);
    const answers = await Promise.all([accept(token), accept(token)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await rows("SELECT id FROM operators WHERE email = ?", email)).toHaveLength(1);
    expect((await accept(token)).status).toBe(409);
  });

  it("of somebody with an account takes that account's password, and keeps it", async () => {
    const [first, second] = await Promise.all([newHouse(), newHouse()]);
    const { email, token } = await invite(first);
    await accept(token);
    const again = await invite(second, { email });
    expect((await accept(again.token, { password: undefined })).status).toBe(401);
    expect((await accept(again.token, { password: "another horse battery" })).status).toBe(403);
    expect(await accept(again.token)).toMatchObject({ status: 200, body: { new_account: false } });
    const browser = newBrowser();
    expect((await signIn(browser, { email, password })).status).toBe(200);
    expect((await browser.get("/api/clients")).body.items).toHaveLength(2);
  });

  it("of somebody who is signed in needs no password", async () => {
    const [first, second] = await Promise.all([newHouse(), newHouse()]);
    const { email, token } = await invite(first);
    await accept(token);
    const browser = newBrowser();
    await signIn(browser, { email, password });
    const again = await invite(second, { email });
    expect((await browser.post("/api/invitations/accept", { token: again.token })).status).toBe(200);
    const stranger = await call("POST", "/api/invitations/accept", {
      as: first.owner,
      body: { token: (await invite(second, { email })).token },
    });
    expect(stranger.status).toBe(401);
  });

  it("with a second factor takes more than the password", async () => {
    const [first, second] = await Promise.all([newHouse(), newHouse()]);
    const { email, token } = await invite(first);
    await accept(token);
    await env.DB.prepare("UPDATE operators SET two_factor_enabled = 1 WHERE email = ?").bind(email).run();
    expect((await accept((await invite(second, { email })).token)).status).toBe(401);
  });

  it("lets nobody try passwords of the account without end", async () => {
    const [first, second] = await Promise.all([newHouse(), newHouse()]);
    const { email, token } = await invite(first);
    await accept(token);
    const again = await invite(second, { email });
    const tries = [];
    for (let tried = 0; tried < 7; tried += 1)
      tries.push((await accept(again.token, { password: "wrong horse battery" })).status);
    expect(tries.at(-1)).toBe(429);
  });

  it("taken back, run out or mistyped, makes nobody", async () => {
    const house = await newHouse();
    const [revoked, old] = await Promise.all([invite(house), invite(house)]);
    expect((await call("DELETE", `/api/invitations/${revoked.id}`, { as: house.owner })).body.state).toBe(
      "revoked",
    );
    await env.DB.prepare("UPDATE invitations SET expires_at = 1 WHERE id = ?").bind(old.id).run();
    expect((await accept(revoked.token)).status).toBe(409);
    expect((await accept(old.token)).status).toBe(409);
    expect((await accept("mistyped")).status).toBe(404);
    expect(await rows("SELECT id FROM operators WHERE email IN (?, ?)", revoked.email, old.email)).toEqual(
      [],
    );
  });

  it("with a password too short is not used up", async () => {
    const house = await newHouse();
    const { token } = await invite(house);
    expect(await accept(token, { password: "short" })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "password", detail: expect.any(String) }] },
    });
    expect((await accept(token)).status).toBe(200);
  });

  it("keeps its token out of the database and out of the list", async () => {
    const house = await newHouse();
    const { token, id } = await invite(house);
    const { body } = await call("GET", "/api/invitations", { as: house.owner });
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([id]);
    expect(JSON.stringify(body)).not.toContain(token);
    expect(JSON.stringify(await rows("SELECT * FROM invitations WHERE id = ?", id))).not.toContain(token);
  });
});

describe("nobody gives more than they have", () => {
  it.each(["agency_owner", "agency_operator"])("a client's admin cannot invite an %s", async (role) => {
    const house = await newHouse();
    const body = offer(house, { role, client_ids: role === "agency_owner" ? [] : [house.clientId] });
    const { status } = await call("POST", "/api/invitations", { as: house.admin, body });
    expect([403, 404]).toContain(status);
    expect(await rows("SELECT id FROM invitations WHERE agency_id = ?", house.agencyId)).toEqual([]);
  });

  it("an owner of two agencies cannot mix their clients", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    await env.DB.prepare(
      "INSERT INTO memberships (operator_id, agency_id, role, created_at) VALUES (?, ?, 'agency_owner', 0)",
    )
      .bind(house.owner, other.agencyId)
      .run();
    const body = offer(house, { client_ids: [other.clientId] });
    expect((await call("POST", "/api/invitations", { as: house.owner, body })).status).toBe(404);
  });

  it("an agency's operator invites nobody", async () => {
    const house = await newHouse();
    expect((await call("POST", "/api/invitations", { as: house.agent, body: offer(house) })).status).toBe(
      403,
    );
  });
});

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
    const token = new URL(made.body.link).searchParams.get("token") ?? "";
    expect((await accept(token)).body).toMatchObject({ role: "agency_owner", agency_name: "Second" });
    expect((await call("GET", `/api/clients/${house.clientId}`, { as: installation.owner })).status).toBe(
      404,
    );
    expect((await call("GET", `/api/agencies/${house.agencyId}`, { as: installation.owner })).status).toBe(
      200,
    );
  });
});
