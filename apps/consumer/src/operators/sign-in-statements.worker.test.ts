import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { auditAccount, type AccountEntry } from "@leadrelay/db/sign-in/audit-account";
import {
  countAttempt,
  countedAtMost,
  forgetAttempt,
  forgetAttempts,
} from "@leadrelay/db/sign-in/count-attempt";
import { countPasswordTry, uncountPasswordTry } from "@leadrelay/db/sign-in/count-password-try";
import { giveTurnBack, takeTurn } from "@leadrelay/db/sign-in/take-turn";
import { useTotpStep } from "@leadrelay/db/sign-in/use-totp-step";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { placeRow } from "../../test/place-row.ts";
import { rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(() => env.DB.prepare("DELETE FROM rate_limits").run());

const newId = () => crypto.randomUUID();
/** Of what was never counted nothing is so. */
const never = countedAtMost("never", 0);
const placeOperator = (id: string) =>
  placeRow("operators", {
    id,
    name: "O",
    email: `${id}@example.com`,
    email_verified: 1,
    created_at: "x",
    updated_at: "x",
  });
const limitsNow = async () =>
  Object.fromEntries(
    (await rows<{ key: string; count: number; last_request: number }>("SELECT * FROM rate_limits")).map(
      ({ key, count, last_request }) => [key, [count, last_request]],
    ),
  );

describe("what happened to an account", () => {
  const audit = (given: Partial<AccountEntry> & Pick<AccountEntry, "operator">, condition?: typeof never) =>
    runBatch(env.DB, [
      auditAccount(
        pipelineScope,
        {
          action: "password.changed",
          detail: { how: "it" },
          by: "operator",
          requestId: "req",
          id: "018bcfe6-0000-7000-8000-000000000000",
          now: 7,
          ...given,
        },
        condition,
      ),
    ]);
  const entriesOf = (id: string) =>
    rows<Record<"id" | "agency_id" | "client_id" | "actor_kind" | "actor_id" | "actor_name", string | null>>(
      "SELECT * FROM audit_log WHERE subject_id = ? ORDER BY agency_id, client_id, actor_kind",
      id,
    );
  const placesOf = async (id: string) =>
    (await entriesOf(id)).map(({ agency_id, client_id }) => [agency_id, client_id]);
  const member = async (operator_id: string, role: string, agency_id: string, client_id: string) => {
    await env.DB.prepare("INSERT OR IGNORE INTO agencies (id, name, created_at) VALUES (?, 'A', 0)")
      .bind(agency_id)
      .run();
    await placeRow("memberships", { operator_id, role, agency_id, client_id, created_at: 0 });
  };

  it.each<
    [what: string, roles: [role: string, client: string][], given: Partial<AccountEntry>, places: unknown[][]]
  >([
    ["of an agency's owner stands in the agency's log", [["agency_owner", ""]], {}, [["agc", null]]],
    [
      "of an agency's operator stands there, and not at the client",
      [["agency_operator", "cli_1"]],
      {},
      [["agc", null]],
    ],
    [
      "of somebody with several clients of an agency stands there once",
      [
        ["agency_operator", "cli_1"],
        ["agency_operator", "cli_2"],
      ],
      {},
      [["agc", null]],
    ],
    [
      "of a client's people stands at the client",
      [
        ["client_admin", "cli_1"],
        ["client_viewer", "cli_2"],
      ],
      {},
      [
        ["agc", "cli_1"],
        ["agc", "cli_2"],
      ],
    ],
    ["of whoever is nobody's stands in the installation's own", [], {}, [[null, null]]],
    [
      "that the installation is to know stands there too",
      [["agency_owner", ""]],
      { forInstallation: true },
      [
        [null, null],
        ["agc", null],
      ],
    ],
    ["that it is to know of nobody's stands there once", [], { forInstallation: true }, [[null, null]]],
  ])("%s", async (_what, roles, given, places) => {
    const [id, other] = [newId(), newId()];
    const agency = newId();
    for (const each of [id, other]) await placeOperator(each);
    for (const [role, client] of roles) await member(id, role, agency, client);
    await member(other, "agency_owner", newId(), "");
    await audit({ operator: { id }, ...given });
    expect(await placesOf(id)).toEqual(
      places.map(([place, client]) => [place === "agc" ? agency : place, client]),
    );
    expect(await placesOf(other)).toEqual([]);
  });

  it("is found by the e-mail address too, is the operator's own doing or somebody's, and has an id of its own", async () => {
    const id = newId();
    await placeOperator(id);
    await audit({ operator: { id } });
    await audit({ operator: { email: `${id}@example.com` }, by: "somebody" });
    const entries = await entriesOf(id);
    expect(entries.map(({ actor_kind, actor_id, actor_name }) => [actor_kind, actor_id, actor_name])).toEqual(
      [
        ["operator", id, `${id}@example.com`],
        ["system", "somebody", `somebody as ${id}@example.com`],
      ],
    );
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(2);
    for (const entry of entries) expect(entry.id).toMatch(/^018bcfe6-0000-7000-8000-[\da-f]{12}$/);
  });

  it("is not written down where there is no such account, or what it hangs on did not happen", async () => {
    const [id, nobody] = [newId(), newId()];
    await placeOperator(id);
    await audit({ operator: { id } }, never);
    await audit({ operator: { email: "nobody@example.com" }, forInstallation: true });
    await audit({ operator: { id: nobody }, forInstallation: true });
    expect([await placesOf(id), await placesOf(nobody)]).toEqual([[], []]);
    expect(await rows("SELECT 1 FROM audit_log WHERE actor_name LIKE '%nobody@example.com'")).toEqual([]);
  });
});

describe("turns of a burst of three, one every hundred ms", () => {
  const limit = { key: "k", burst: 3, intervalMs: 100 };
  const take = (now: number, condition?: typeof never) =>
    runOne(env.DB, takeTurn(pipelineScope, limit, { id: newId(), now }, condition));
  const wait = (retryAfterMs: number) => ({ kind: "too_many", retryAfterMs });
  const allowed = { kind: "allowed" };

  it("are three at once, and then one an interval", async () => {
    expect([await take(0), await take(0), await take(0)]).toEqual([allowed, allowed, allowed]);
    expect([await take(0), await take(99)]).toEqual([wait(100), wait(1)]);
    expect([await take(100), await take(100)]).toEqual([allowed, wait(100)]);
  });

  it("are three again after three intervals, and no more after many", async () => {
    for (let turn = 0; turn < 3; turn += 1) await take(0);
    expect([await take(300), await take(300), await take(300), await take(300)]).toEqual([
      allowed,
      allowed,
      allowed,
      wait(100),
    ]);
    expect(await limitsNow()).toEqual({ k: [0, 600] });
    expect([await take(9_000), await take(9_000), await take(9_000), await take(9_000)]).toEqual([
      allowed,
      allowed,
      allowed,
      wait(100),
    ]);
  });

  it("are not taken where the condition does not hold", async () => {
    expect(await take(0, never)).toEqual(allowed);
    expect(await limitsNow()).toEqual({});
  });

  it("are given back one at a time, of one key, where the condition holds", async () => {
    await take(0);
    await runOne(env.DB, takeTurn(pipelineScope, { ...limit, key: "other" }, { id: newId(), now: 0 }));
    await runBatch(env.DB, [giveTurnBack(pipelineScope, limit, never)]);
    expect(await limitsNow()).toEqual({ k: [1, 100], other: [1, 100] });
    await runBatch(env.DB, [giveTurnBack(pipelineScope, limit)]);
    expect(await limitsNow()).toEqual({ k: [1, 0], other: [1, 100] });
  });
});

describe("two tries in a window of a hundred ms", () => {
  const limit = { key: "k", max: 2, windowMs: 100 };
  const attempt = (now: number, condition?: typeof never) =>
    runOne(env.DB, countAttempt(pipelineScope, limit, { id: newId(), now }, condition));

  it("are allowed, and no third until the window is over", async () => {
    const tries = [await attempt(10), await attempt(20), await attempt(50), await attempt(109)];
    expect(tries).toEqual([
      { kind: "allowed" },
      { kind: "allowed" },
      { kind: "too_many", retryAfterMs: 60 },
      { kind: "too_many", retryAfterMs: 1 },
    ]);
    expect(await attempt(110)).toEqual({ kind: "allowed" });
    expect(await limitsNow()).toEqual({ k: [1, 110] });
  });

  it("are not counted where the condition does not hold", async () => {
    for (let tried = 0; tried < 4; tried += 1) expect(await attempt(0, never)).toEqual({ kind: "allowed" });
    expect(await limitsNow()).toEqual({});
  });

  it("are forgotten by their key alone", async () => {
    await attempt(0);
    await runOne(env.DB, countAttempt(pipelineScope, { ...limit, key: "other" }, { id: newId(), now: 0 }));
    await runBatch(env.DB, [forgetAttempt(pipelineScope, "k")]);
    expect(Object.keys(await limitsNow())).toEqual(["other"]);
  });

  it("are forgotten when their window is over, the oldest first and twenty at once", async () => {
    for (let at = 30; at >= 0; at -= 1)
      await runOne(env.DB, countAttempt(pipelineScope, { ...limit, key: `${at}` }, { id: newId(), now: at }));
    const forget = (now: number) => runBatch(env.DB, [forgetAttempts(pipelineScope, 100, now)]);
    await forget(100);
    expect(Object.keys(await limitsNow())).not.toContain("0");
    expect(Object.keys(await limitsNow())).toContain("1");
    await forget(130);
    const left = Object.keys(await limitsNow())
      .map(Number)
      .toSorted((a, b) => a - b);
    expect(left).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29, 30]);
  });
});

it.each([
  ["that came to no more", 5, true],
  ["that came to more", 4, false],
])("what hangs on a count %s hangs on that one alone", async (_what, max, isTaken) => {
  const place = (id: string, count: number) =>
    placeRow("rate_limits", { id, key: id, count, last_request: 0 });
  for (const [id, count] of [
    ["a", isTaken ? 9 : 1],
    ["m", 5],
    ["z", isTaken ? 9 : 1],
  ] as const)
    await place(id, count);
  const limit = { key: "k", burst: 1, intervalMs: 1 };
  await runOne(env.DB, takeTurn(pipelineScope, limit, { id: newId(), now: 0 }, countedAtMost("m", max)));
  expect(Object.keys(await limitsNow()).includes("k")).toBe(isTaken);
});

describe("a try of a password", () => {
  const limits = {
    address: { key: "address", max: 3, windowMs: 1_000 },
    pair: { key: "pair", max: 2, windowMs: 1_000 },
    knownPair: { key: "knownPair", max: 2, windowMs: 1_000 },
    everywhere: { key: "everywhere", burst: 3, intervalMs: 1_000 },
  };
  const known = async () => {
    const id = newId();
    await placeOperator(id);
    await placeRow("operator_addresses", { operator_id: id, address_hash: `at ${id}`, last_seen_at: 0 });
    return { email: `${id}@example.com`, addressHashes: [`at ${id}`] };
  };
  const strange = { email: "a@example.com", addressHashes: ["elsewhere"] };
  const tried = async (who: typeof strange, given: Partial<typeof limits> | { address: null } = {}) =>
    (await runBatch(env.DB, countPasswordTry(pipelineScope, who, { ...limits, ...given }, { newId, now: 0 })))
      .filter((verdict) => verdict.kind === "too_many")
      .map(({ limit }) => limit);
  const counts = async () =>
    Object.fromEntries(Object.entries(await limitsNow()).map(([key, [count]]) => [key, count]));

  it("from a strange address counts by it, by the pair, and everywhere", async () => {
    expect(await tried(strange)).toEqual([]);
    expect(await counts()).toEqual({ address: 1, pair: 1, everywhere: 1 });
  });

  it("from one that signed in before counts by that pair alone", async () => {
    const who = await known();
    expect([await tried(who), await tried(who), await tried(who)]).toEqual([[], [], ["knownPair"]]);
    expect(await counts()).toEqual({ knownPair: 3 });
  });

  it("that is too many of an address counts no further", async () => {
    const one = { ...limits.address, max: 1 };
    expect([await tried(strange, { address: one }), await tried(strange, { address: one })]).toEqual([
      [],
      ["address"],
    ]);
    expect(await counts()).toEqual({ address: 2, pair: 1, everywhere: 1 });
  });

  it("that is too many of a pair takes no turn of everywhere", async () => {
    const many = { ...limits.address, max: 9 };
    for (let tries = 0; tries < 3; tries += 1) await tried(strange, { address: many });
    expect(await limitsNow()).toMatchObject({ pair: [3, 0], everywhere: [1, 2_000] });
  });

  it("from an address that nobody knows counts by the pair and everywhere", async () => {
    await tried(strange, { address: null });
    expect(await counts()).toEqual({ pair: 1, everywhere: 1 });
  });

  it("from a known address takes no turn, though few tries came of the pair before", async () => {
    const who = await known();
    await tried(strange);
    await tried(who);
    expect(await limitsNow()).toMatchObject({ pair: [1, 0], everywhere: [1, 1_000] });
  });

  it("that was right leaves nothing of it counted, and gives a turn back that it took", async () => {
    const who = await known();
    const right = (person: typeof who) => runBatch(env.DB, uncountPasswordTry(pipelineScope, person, limits));
    await tried(strange);
    await tried(who);
    await right(who);
    expect(await limitsNow()).toEqual({ address: [1, 0], everywhere: [1, 1_000] });
    await right(strange);
    expect(await limitsNow()).toEqual({ address: [1, 0], everywhere: [1, 0] });
  });
});

describe("a code of a step of time", () => {
  it.each([
    ["is used where none was before", null, 5, 5],
    ["is used where an older one was", 4, 5, 5],
    ["is not used twice", 5, 5, 5],
    ["is not used where a newer one was", 6, 5, 6],
  ])("%s", async (_what, last, step, after) => {
    const [secondFactorId, other] = [newId(), newId()];
    for (const id of [secondFactorId, other]) {
      await placeOperator(id);
      await placeRow("operator_two_factors", {
        id,
        operator_id: id,
        secret: "s",
        backup_codes: "c",
        last_step: last,
      });
    }
    const written = await runOne(env.DB, useTotpStep(pipelineScope, { secondFactorId, step }));
    const lastOf = (id: string) => rows("SELECT last_step FROM operator_two_factors WHERE id = ?", id);
    expect([written, await lastOf(secondFactorId), await lastOf(other)]).toEqual([
      last === after ? 0 : 1,
      [{ last_step: after }],
      [{ last_step: last }],
    ]);
  });
});
