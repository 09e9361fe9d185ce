import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newBrowser, signIn, whoAmI } from "../../../../test/api/browser.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { rows } from "../../../../test/tenant.ts";
import { accept, invite, offer, password } from "../../../../test/api/invite.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

describe("an invitation", () => {
  it("makes an operator who signs in and sees the client, and nothing else", async () => {
    const house = await newHouse();
    const { email, token } = await invite(house);
    const [client] = await rows<{ name: string }>("SELECT name FROM clients WHERE id = ?", house.clientId);
    expect(await accept(token)).toMatchObject({
      status: 200,
      body: { email, new_account: true, client_names: [client?.name] },
    });
    const browser = newBrowser();
    expect((await signIn(browser, { email, password })).status).toBe(200);
    expect(await whoAmI(browser)).toBe(email);
    const { body } = await browser.get("/api/clients");
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([house.clientId]);
  });

  it("made by a client's admin is answered with the agency's name, as the list shows it", async () => {
    const house = await newHouse();
    const [agency] = await rows("SELECT name FROM agencies WHERE id = ?", house.agencyId);
    const made = await call("POST", "/api/invitations", { as: house.admin, body: offer(house) });
    expect(made.body.invitation.agency_name).toBe(agency?.["name"]);
    expect(made.body.invitation.agency_name).not.toBe("");
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
    expect((await accept(again.token, { password: undefined })).status).toBe(422);
    expect((await accept(again.token, { password: "another horse battery" })).status).toBe(422);
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
    expect(stranger.status).toBe(422);
  });

  it("is refused in one and the same way, whether there is an account or not, until proof is given", async () => {
    const house = await newHouse();
    const account = async (twoFactor: 0 | 1, hasPassword = true) => {
      const { email, token } = await invite(house);
      await accept(token);
      await env.DB.prepare("UPDATE operators SET two_factor_enabled = ? WHERE email = ?")
        .bind(twoFactor, email)
        .run();
      if (!hasPassword)
        await env.DB.prepare(
          "DELETE FROM operator_accounts WHERE operator_id = (SELECT id FROM operators WHERE email = ?)",
        )
          .bind(email)
          .run();
      return email;
    };
    const somebody = [await account(0), await account(1), await account(0, false)];
    const refusalsOf = async (email: string | undefined, passwords: readonly (string | undefined)[]) => {
      const { token } = await invite(house, email === undefined ? {} : { email });
      const refusals = [];
      for (const given of passwords) {
        const { status, body } = await accept(token, { password: given });
        refusals.push([status, { ...body, request_id: null }]);
        const as = await call("POST", "/api/invitations/accept", {
          as: house.owner,
          body: { token, ...(given === undefined ? {} : { password: given }) },
        });
        refusals.push([as.status, { ...as.body, request_id: null }]);
      }
      return refusals;
    };
    const noProof = [undefined, "", "short", "x".repeat(500)];
    const [[first]] = [await refusalsOf(undefined, noProof)];
    expect(first).toMatchObject([422, { errors: [{ field: "password" }] }]);
    for (const email of [undefined, ...somebody])
      for (const refusal of await refusalsOf(email, noProof)) expect(refusal).toEqual(first);
    for (const email of somebody)
      for (const refusal of await refusalsOf(email, ["wrong horse battery"])) expect(refusal).toEqual(first);
  });

  it("with a second factor takes more than the password", async () => {
    const [first, second] = await Promise.all([newHouse(), newHouse()]);
    const { email, token } = await invite(first);
    await accept(token);
    await env.DB.prepare("UPDATE operators SET two_factor_enabled = 1 WHERE email = ?").bind(email).run();
    expect(await accept((await invite(second, { email })).token)).toMatchObject({
      status: 401,
      body: { detail: `Sign in as ${email}, then accept again.` },
    });
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
    const answer = await call("POST", "/api/invitations", { as: house.admin, body });
    expect([403, 404]).toContain(answer.status);
    expect(answer.body.detail).toContain("Only an owner of the agency gives");
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
