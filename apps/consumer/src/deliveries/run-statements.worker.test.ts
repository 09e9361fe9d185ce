import { makeDue } from "@leadrelay/db/deliveries/make-due";
import { endRun, runningDestinations, takeRun } from "@leadrelay/db/destination-health/destination-runs";
import { probeNow, takeProbe, writeHealth } from "@leadrelay/db/destination-health/write-health";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testNow } from "../../test/deliver-messages.ts";
import { tenantWithDeliveries } from "../../test/deliver-wakeups.ts";
import { rows, type Tenant } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(() =>
  env.DB.batch(
    ["destination_runs", "destination_health"].map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
  ),
);

const a = { id: "dst_a", client_id: "cli" };
const b = { id: "dst_b", client_id: "cli" };
const elsewhere = { id: "dst_c", client_id: "other" };
const shares = { destination: 2, client: 3 };
const take = (who: typeof a, nowMs = 0, untilMs = 100) =>
  runOne(env.DB, takeRun(pipelineScope, who, shares, { nowMs, untilMs }));

describe("a slot", () => {
  it("is the first that is free, until the destination's are gone", async () => {
    expect([await take(a), await take(a), await take(a)]).toEqual([0, 1, undefined]);
  });

  it("is refused where its client has its share, whatever another client has", async () => {
    expect([await take(elsewhere), await take(elsewhere)]).toEqual([0, 1]);
    expect([await take(a), await take(a), await take(b), await take(b)]).toEqual([0, 1, 0, undefined]);
  });

  it("the first of which every destination has, whatever its client's others have", async () => {
    const others = ["x", "y"].map((id) => ({ id: `dst_${id}`, client_id: "cli" }));
    for (const each of others) await take(each);
    for (const each of others) await take(each);
    expect([await take(a), await take(a)]).toEqual([0, undefined]);
  });

  it("is free again when its time has run out, and counts for nobody then", async () => {
    expect([await take(a), await take(a), await take(b)]).toEqual([0, 1, 0]);
    expect(await take(a, 99)).toBeUndefined();
    expect([await take(a, 100, 200), await take(b, 100, 200)]).toEqual([0, 0]);
    expect([await take(a, 100, 200), await take(b, 100, 200)]).toEqual([1, undefined]);
  });

  it("whose time ran out takes nothing of its client's share", async () => {
    const old = ["x", "y"].map((id) => ({ id: `dst_${id}`, client_id: "cli" }));
    for (const each of [...old, ...old]) await take(each);
    expect([await take(a, 100, 200), await take(a, 100, 200)]).toEqual([0, 1]);
  });

  it("that is given back is free, and no other is; one that was taken since stays", async () => {
    const end = (slot: number, untilMs: number) => runOne(env.DB, endRun(pipelineScope, a.id, slot, untilMs));
    await take(a);
    await take(a);
    expect(await end(0, 100)).toBe(1);
    expect(await take(a, 0, 300)).toBe(0);
    expect(await end(0, 100)).toBe(0);
    expect(await take(a)).toBeUndefined();
  });

  it("tells that somebody works through its destination, and no other", async () => {
    await take(a);
    const running = (nowMs: number) =>
      runOne(env.DB, runningDestinations(pipelineScope, [a.id, b.id, elsewhere.id], nowMs));
    expect(await running(99)).toEqual([a.id]);
    expect(await running(100)).toEqual([]);
  });
});

describe("a probe", () => {
  const down = (id: string, at: number) =>
    env.DB.prepare(
      "INSERT INTO destination_health (destination_id, client_id, state, since, suspects_json, probe_wait_ms, next_probe_at) VALUES (?, 'cli', 'down', 1, '[]', 5000, ?)",
    )
      .bind(id, at)
      .run();
  const nextAt = async () =>
    rows("SELECT destination_id AS id, next_probe_at AS at FROM destination_health ORDER BY 1");

  it("is taken once, of one destination, and not again before its taker should be done", async () => {
    await down(a.id, 10);
    await down(b.id, 10);
    const probe = (nowMs: number) => runOne(env.DB, takeProbe(pipelineScope, a.id, { nowMs, untilMs: 500 }));
    expect([await probe(9), await probe(10), await probe(499), await probe(500)]).toEqual([0, 1, 0, 1]);
    expect(await nextAt()).toEqual([
      { id: a.id, at: 500 },
      { id: b.id, at: 10 },
    ]);
  });

  it("is due at once where somebody asks, and never put off by that", async () => {
    await down(a.id, 100);
    await down(b.id, 100);
    expect(await runOne(env.DB, probeNow(pipelineScope, a.id, 50))).toBe(1);
    expect(await runOne(env.DB, probeNow(pipelineScope, a.id, 70))).toBe(0);
    expect(await nextAt()).toEqual([
      { id: a.id, at: 50 },
      { id: b.id, at: 100 },
    ]);
  });
});

describe("what several say of a destination at once", () => {
  const failing = (...suspects: string[]) =>
    ({ state: "failing", since: 1, suspects, probe_wait_ms: null, next_probe_at: null }) as const;
  const down = {
    ...failing("a", "b", "c", "d", "e"),
    state: "down",
    probe_wait_ms: 5,
    next_probe_at: 9,
  } as const;
  const slow = { ...failing(), state: "slow" } as const;
  type Said = Parameters<typeof writeHealth>[2];
  const become = async (...said: [Said, Said][]) => {
    for (const [health, before] of said) await runOne(env.DB, writeHealth(pipelineScope, a, health, before));
    const [row] = await rows<{ state: string; suspects_json: string }>("SELECT * FROM destination_health");
    return row && [row.state, (JSON.parse(row.suspects_json) as string[]).toSorted().join("")];
  };

  it.each<[string, [Said, Said][], unknown]>([
    [
      "failures count together, each lead once",
      [
        [failing("a", "b"), null],
        [failing("b", "c"), null],
      ],
      ["failing", "abc"],
    ],
    [
      "who did not know that it went down does not say that it fails",
      [
        [down, null],
        [failing("x"), null],
      ],
      ["down", "abcde"],
    ],
    [
      "nor that it is slow",
      [
        [down, null],
        [slow, failing("a")],
      ],
      ["down", "abcde"],
    ],
    [
      "nor that it is well",
      [
        [down, null],
        [null, failing("a")],
      ],
      ["down", "abcde"],
    ],
    [
      "who knew does",
      [
        [down, null],
        [null, down],
      ],
      undefined,
    ],
    [
      "and says that it is slow now",
      [
        [down, null],
        [slow, down],
      ],
      ["slow", ""],
    ],
    [
      "that it went down counts whatever was known",
      [
        [slow, null],
        [down, null],
      ],
      ["down", "abcde"],
    ],
    [
      "that it is down still counts for who knew",
      [
        [down, null],
        [{ ...down, suspects: ["z"] }, down],
      ],
      ["down", "z"],
    ],
    [
      "and for who did not",
      [
        [down, null],
        [{ ...down, suspects: ["z"] }, failing("a")],
      ],
      ["down", "z"],
    ],
    [
      "what made it slow is no failure of before",
      [
        [{ ...slow, suspects: ["z"] }, null],
        [failing("a"), slow],
      ],
      ["failing", "a"],
    ],
    [
      "nor are failures of before what makes it slow",
      [
        [failing("a"), null],
        [slow, failing("a")],
      ],
      ["slow", ""],
    ],
    [
      "no more failures are kept than it takes to call it down",
      [
        [failing("a", "b", "c"), null],
        [failing("d", "e", "f"), null],
      ],
      ["failing", "abcde"],
    ],
    [
      "that it is well counts where it was not down",
      [
        [failing("a"), null],
        [null, failing("a")],
      ],
      undefined,
    ],
  ])("%s", async (_, said, expected) => {
    expect(await become(...said)).toEqual(expected);
  });

  it("is said of it and of no other", async () => {
    await runOne(env.DB, writeHealth(pipelineScope, b, slow, null));
    await become([slow, null], [null, slow]);
    expect(await rows("SELECT destination_id AS id FROM destination_health")).toEqual([{ id: b.id }]);
  });
});

describe("what waits at a destination that is back", () => {
  const dueAt = (tenant: Tenant) =>
    rows<{ at: number | null }>(
      "SELECT next_attempt_at AS at FROM deliveries WHERE client_id = ? ORDER BY lead_id",
      tenant.clientId,
    );
  const set = (tenant: Tenant, what: string) =>
    env.DB.prepare(`UPDATE deliveries SET ${what} WHERE client_id = ?`).bind(tenant.clientId).run();
  const later = testNow + 60_000;
  const waiting = `next_attempt_at = ${later}`;
  const become = async (what: string) => {
    const { tenant } = await tenantWithDeliveries();
    await set(tenant, what);
    await runOne(env.DB, makeDue(pipelineScope, tenant.destinationId, testNow));
    const [row] = await dueAt(tenant);
    return row?.at;
  };

  it.each([
    ["is due now", waiting, testNow],
    ["and was due before stays where it stood", `next_attempt_at = ${testNow - 5}`, testNow - 5],
    ["and is being sent stays so", `${waiting}, status = 'in_flight', lease_until = ${later}`, later],
    ["for a replay keeps its pace", `${waiting}, replay_id = 'r'`, later],
    ["and is settled stays so", `${waiting}, status = 'delivered', settled_at = 1`, later],
  ])("%s", async (_, what, at) => {
    expect(await become(what)).toBe(at);
  });

  it("is its own, and nobody else's", async () => {
    const [one, other] = [await tenantWithDeliveries(), await tenantWithDeliveries()];
    await set(other.tenant, waiting);
    await runOne(env.DB, makeDue(pipelineScope, one.tenant.destinationId, testNow));
    expect(await dueAt(other.tenant)).toEqual([{ at: later }]);
  });
});
