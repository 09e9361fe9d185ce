import { applyD1Migrations, env } from "cloudflare:test";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import {
  newApi,
  newBrowser,
  newPerson,
  signedIn,
  signIn,
  type Person,
} from "../../../../test/api/browser.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { nextTotpOf, totpOf, wrongTotpOf } from "../../../../test/api/totp.ts";
import { rows } from "../../../../test/tenant.ts";
import { watchedD1 } from "../../../../test/watched-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(() => env.DB.prepare("DELETE FROM rate_limits").run());
afterEach(() => vi.restoreAllMocks());

const { call } = testApi();
const another = "another horse battery";

interface Entry {
  agency_id: string | null;
  client_id: string | null;
  actor_kind: string;
  actor_name: string;
  action: string;
  detail_json: string;
  request_id: string | null;
}

const entriesOf = ({ id }: Person) =>
  rows<Entry & Record<string, unknown>>(
    "SELECT * FROM audit_log WHERE subject_kind = 'operator' AND subject_id = ? ORDER BY created_at, id",
    id,
  );
const actionsOf = async (person: Person) =>
  (await entriesOf(person))
    .map(({ action }) => action)
    .filter((action) => action !== "sign_in.succeeded")
    .toSorted();

/** What the log says meanwhile. */
function listen() {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  return () => log.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>);
}

const belong = (person: Person, agencyId: string, role: string, clientId = "") =>
  env.DB.prepare(
    "INSERT INTO memberships (operator_id, agency_id, client_id, role, created_at) VALUES (?, ?, ?, ?, 0)",
  )
    .bind(person.id, agencyId, clientId, role)
    .run();

describe("what changes an account's security", () => {
  it("is written down step by step, also of an operator who belongs nowhere, and the log names no address", async () => {
    const person = await newPerson();
    const heard = listen();
    const browser = await signedIn(person);
    const post = (path: string, body: unknown = {}) => browser.post(`/api/auth${path}`, body);
    const { password } = person;
    const { body } = await post("/two-factor/enable", { password });
    await post("/two-factor/verify-totp", { code: await totpOf(body.totpURI) });
    const code = await nextTotpOf(body.totpURI);
    const { backupCodes } = (await post("/two-factor/generate-backup-codes", { password, code })).body;
    const other = newBrowser();
    await signIn(other, person);
    await other.post("/api/auth/two-factor/verify-backup-code", { code: backupCodes[0] });
    await post("/revoke-other-sessions");
    await post("/change-password", { currentPassword: password, newPassword: another });
    const proof = { password: another, backupCode: backupCodes[1] };
    const { body: replaced } = await post("/two-factor/enable", proof);
    await post("/two-factor/disable", { password: another, code: await totpOf(replaced.totpURI) });
    await post("/update-user", { name: "Asha Rao" });
    await post("/update-user", { name: "Asha Rao" });
    await post("/revoke-sessions");
    const expected = [
      "second_factor.prepared",
      "second_factor.enabled",
      "backup_codes.created",
      "backup_code.used",
      "sessions.revoked",
      "password.changed",
      "backup_code.used",
      "second_factor.replaced",
      "second_factor.disabled",
      "name.changed",
      "sessions.revoked",
    ];
    const lines = heard();
    expect(lines.filter(({ event }) => event === "account.changed").map(({ change }) => change)).toEqual(
      expected,
    );
    expect(lines.every((line) => !("operator_id" in line) || line["operator_id"] === person.id)).toBe(true);
    expect(JSON.stringify(lines)).not.toContain(person.email);
    expect(JSON.stringify(lines)).not.toContain("Asha");
    const entries = (await entriesOf(person)).filter(({ action }) => action !== "sign_in.succeeded");
    expect(JSON.stringify(entries)).not.toContain("Asha");
    expect(entries.map(({ action }) => action)).toEqual(expected);
    for (const { agency_id, client_id, actor_kind, actor_name, request_id } of entries)
      expect([agency_id, client_id, actor_kind, actor_name, request_id !== null]).toEqual([
        null,
        null,
        "operator",
        person.email,
        true,
      ]);
  });

  it("is in the log of each agency or client whose people the operator is one of, and of no other", async () => {
    const [first, second, stranger] = await Promise.all([newHouse(), newHouse(), newHouse()]);
    const person = await newPerson();
    await belong(person, first.agencyId, "agency_operator", first.clientId);
    await belong(person, second.agencyId, "client_admin", second.clientId);
    const browser = await signedIn(person);
    await browser.post("/api/auth/change-password", {
      currentPassword: person.password,
      newPassword: another,
    });
    const entries = (await entriesOf(person)).filter(({ action }) => action === "password.changed");
    const places = entries.map(({ agency_id, client_id }) => `${agency_id} ${client_id}`);
    expect(places).toHaveLength(2);
    expect(new Set(places)).toEqual(
      new Set([`${first.agencyId} null`, `${second.agencyId} ${second.clientId}`]),
    );
    const seen = async (as: string) =>
      (await call("GET", "/api/audit-log?action=password", { as })).body.items.map(
        ({ action }: { action: string }) => action,
      );
    expect(await seen(first.owner)).toEqual(["password.changed"]);
    expect(await seen(second.admin)).toEqual(["password.changed"]);
    expect([await seen(first.admin), await seen(stranger.owner)]).toEqual([[], []]);
  });
});

describe("who signs in", () => {
  const signIns = async (person: Person) =>
    (await entriesOf(person)).filter(({ action }) => action === "sign_in.succeeded");
  const from = (person: Person, address: string) => signIn(newBrowser({ address }), person);

  it("is written down, and in the log without name or address", async () => {
    const person = await newPerson();
    const heard = listen();
    await from(person, "192.0.2.1");
    const lines = heard().filter(({ event }) => event === "sign_in.succeeded");
    expect(lines).toMatchObject([{ operator_id: person.id, step: "password" }]);
    expect(JSON.stringify(lines)).not.toContain(person.email);
    expect(JSON.stringify(lines)).not.toContain("192.0.2.1");
    expect(await signIns(person)).toMatchObject([
      { actor_kind: "operator", actor_id: person.id, detail_json: '{"step":"password"}', is_read: 0 },
    ]);
  });

  it("with a code is, once the code was right, and not before", async () => {
    const person = await newPerson();
    listen();
    const browser = await signedIn(person, { address: "192.0.2.1" });
    const { body } = await browser.post("/api/auth/two-factor/enable", { password: person.password });
    await browser.post("/api/auth/two-factor/verify-totp", { code: await totpOf(body.totpURI) });
    const other = newBrowser({ address: "192.0.2.2" });
    await signIn(other, person);
    expect((await signIns(person)).map(({ detail_json }) => detail_json)).toEqual(['{"step":"password"}']);
    await other.post("/api/auth/two-factor/verify-totp", { code: await nextTotpOf(body.totpURI) });
    expect((await signIns(person)).map(({ detail_json }) => detail_json)).toEqual([
      '{"step":"password"}',
      '{"step":"code"}',
    ]);
  });

  it("from one network is once an hour, and in the log each time", async () => {
    const person = await newPerson();
    const heard = listen();
    for (const address of ["192.0.2.1", "192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2"])
      await from(person, address);
    expect(await signIns(person)).toHaveLength(3);
    expect(heard().filter(({ event }) => event === "sign_in.succeeded")).toHaveLength(5);
    await env.DB.prepare("UPDATE rate_limits SET last_request = last_request - 3600000").run();
    await from(person, "192.0.2.1");
    expect(await signIns(person)).toHaveLength(4);
  });

  it("is seen by the owner of whose people it is one", async () => {
    const [house, stranger] = await Promise.all([newHouse(), newHouse()]);
    const person = await newPerson();
    await belong(person, house.agencyId, "agency_operator", house.clientId);
    await signIn(newBrowser(), person);
    const seen = async (as: string) =>
      (await call("GET", "/api/audit-log?action=sign_in", { as })).body.items.map(
        ({ action, subject }: { action: string; subject: { id: string } }) => [action, subject.id],
      );
    expect(await seen(house.owner)).toEqual([["sign_in.succeeded", person.id]]);
    expect(await seen(stranger.owner)).toEqual([]);
  });
});

describe("who fails to sign in", () => {
  it.each<[string, (person: Person) => Promise<unknown>, string, string]>([
    [
      "a wrong password",
      (person) => signIn(newBrowser(), { ...person, password: another }),
      "password",
      "somebody",
    ],
    [
      "a wrong password of whoever is signed in",
      async (person) => (await signedIn(person)).post("/api/auth/two-factor/disable", { password: another }),
      "password again",
      "somebody",
    ],
    [
      "a wrong code",
      async (person) => {
        const browser = await signedIn(person);
        const { body } = await browser.post("/api/auth/two-factor/enable", { password: person.password });
        await browser.post("/api/auth/two-factor/verify-totp", { code: await totpOf(body.totpURI) });
        const other = newBrowser();
        await signIn(other, person);
        await other.post("/api/auth/two-factor/verify-totp", { code: await wrongTotpOf(body.totpURI) });
      },
      "code",
      "somebody",
    ],
  ])("with %s is written down, as nobody's deed", async (_what, fail, step, actor) => {
    const person = await newPerson();
    const heard = listen();
    await fail(person);
    const lines = heard().filter(({ event }) => event === "sign_in.failed");
    expect(lines).toMatchObject([{ operator_id: person.id, step }]);
    expect(JSON.stringify(lines)).not.toContain(person.email);
    const failed = (await entriesOf(person)).filter(({ action }) => action === "sign_in.failed");
    expect(failed).toMatchObject([
      {
        actor_kind: "system",
        actor_id: actor,
        actor_name: `somebody as ${person.email}`,
        detail_json: JSON.stringify({ step }),
      },
    ]);
  });

  it("is written down once an hour, however often strangers try, and beside it that others wait", async () => {
    const person = await newPerson();
    listen();
    for (let tries = 0; tries < 23; tries += 1) await signIn(newBrowser(), { ...person, password: another });
    expect(await actionsOf(person)).toEqual(["sign_in.delayed", "sign_in.failed"]);
    await env.DB.prepare("UPDATE rate_limits SET last_request = last_request - 3600000").run();
    await signIn(newBrowser(), { ...person, password: another });
    expect(await actionsOf(person)).toEqual(["sign_in.delayed", "sign_in.failed", "sign_in.failed"]);
  });

  it("as somebody who is not here leaves no row behind, and in the log no address", async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const heard = listen();
    const before = await rows("SELECT id FROM audit_log");
    await signIn(newBrowser(), { email, password: another });
    expect(await rows("SELECT id FROM audit_log")).toHaveLength(before.length);
    const lines = heard();
    expect(lines).toContainEqual(expect.objectContaining({ event: "sign_in.failed", operator_id: null }));
    expect(JSON.stringify(lines)).not.toContain(email);
    expect(await rows("SELECT key FROM rate_limits")).toHaveLength(3);
  });

  it("too often from one address is in the log, without the address", async () => {
    const person = await newPerson();
    const heard = listen();
    const address = "192.0.2.77";
    for (let tries = 0; tries < 6; tries += 1)
      await signIn(newBrowser({ address }), { ...person, password: another });
    const lines = heard();
    expect(lines).toContainEqual(expect.objectContaining({ event: "sign_in.refused", limit: "pair" }));
    expect(JSON.stringify(lines)).not.toContain(address);
  });
});

it("what was done stays done when it cannot be written down, and the log says so", async () => {
  const person = await newPerson();
  const broken = watchedD1(env.DB, async (sql, run) =>
    sql.includes("audit_log") ? Promise.reject(new Error("D1_ERROR: Network connection lost.")) : run(),
  );
  const browser = await signedIn(person, { api: newApi({ control: broken }) });
  const heard = listen();
  const change = { currentPassword: person.password, newPassword: another };
  expect((await browser.post("/api/auth/change-password", change)).status).toBe(200);
  expect(heard()).toContainEqual(
    expect.objectContaining({ event: "audit.unwritten", action: "password.changed" }),
  );
});
