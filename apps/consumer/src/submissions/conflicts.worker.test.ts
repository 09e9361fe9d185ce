import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { reservedFor } from "@leadrelay/db/intake/id-stock";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import { isCommit, watchedD1 } from "../../test/watched-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** People by e-mail alone. */
const postsOf = (tenant: Tenant, ...names: string[]): SubmissionMessage[] =>
  names.map((name) =>
    tenant.submission({
      fields: { email: `${name}@example.com` },
      context: { ...tenant.submission().context, ip: null },
    }),
  );

/** D1 in which, before each of the first commits, something happens; and the SQL of all that it was asked. */
function interruptedD1(...before: (() => Promise<unknown>)[]) {
  const asked: string[] = [];
  const d1 = watchedD1(env.DB, async (sql, run) => {
    asked.push(sql);
    if (isCommit(sql)) await before.shift()?.();
    return run();
  });
  return { asked, databases: { control: d1, leadDatabase: () => d1 } };
}

const storedOf = async ({ clientId }: Tenant) =>
  rows<{ public_id: string; lead_id: number; submission_number: number }>(
    "SELECT public_id, lead_id, submission_number FROM lead_submissions WHERE client_id = ? ORDER BY id",
    clientId,
  );
const setTurn = (freeAt: number) => env.DB.prepare("UPDATE commit_turns SET free_at = ?").bind(freeAt).run();

describe("a commit that another consumer was before", () => {
  it("reads anew what can have moved and nothing else, and reserves no ids again", async () => {
    const tenant = await newTenant();
    const { asked, databases } = interruptedD1(() => deliverMessages(postsOf(tenant, "asha")));
    const came = await deliverMessages(postsOf(tenant, "asha", "ravi"), testDependencies(databases));
    expect(came).toEqual({ acked: [0, 1], retried: [] });
    const [gathered, , again, last, ...more] = asked;
    expect([gathered, last, more]).toEqual([
      expect.stringContaining("UPDATE id_ranges"),
      expect.stringContaining("INSERT INTO lead_submissions"),
      [],
    ]);
    for (const table of ["id_ranges", "forms", "clients", "destinations", "blocked_ips"])
      expect(again).not.toContain(table);
    const numbers = (await storedOf(tenant)).map(({ submission_number }) => submission_number);
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 1, 2]);
  });

  it("waits for its turn, and does not keep those waiting whose people did not move", async () => {
    const tenant = await newTenant();
    const [asha, ravi] = postsOf(tenant, "asha", "ravi");
    if (asha === undefined || ravi === undefined) throw new Error("no posts");
    await setTurn(testNow + 5_000);
    const seen: unknown[] = [];
    const wait = async (ms: number) =>
      void seen.push(
        ms,
        (await storedOf(tenant)).map((row) => row.public_id),
      );
    const { databases } = interruptedD1(() => deliverMessages(postsOf(tenant, "asha")));
    const came = await deliverMessages([asha, ravi], { ...testDependencies(databases), wait });
    expect(came.acked).toEqual([0, 1]);
    expect(seen).toEqual([5_000, [ravi.submission_id, expect.any(String)]]);
    expect(seen).not.toContainEqual(expect.arrayContaining([asha.submission_id]));
    const [turn] = await rows<{ free_at: number }>("SELECT free_at FROM commit_turns");
    expect(turn).toEqual({ free_at: testNow + 5_040 });
  });

  it.each([
    ["further ahead than anybody waits", testNow + 15_001],
    ["past", testNow - 1],
  ])("has its turn at once where the last one taken is %s", async (_when, freeAt) => {
    const tenant = await newTenant();
    await setTurn(freeAt);
    const waits: number[] = [];
    const { databases } = interruptedD1(() => deliverMessages(postsOf(tenant, "asha")));
    const wait = async (ms: number) => void waits.push(ms);
    const dependencies = { ...testDependencies(databases), wait };
    expect((await deliverMessages(postsOf(tenant, "asha"), dependencies)).acked).toEqual([0]);
    expect(waits).toEqual([]);
    expect(await rows("SELECT free_at FROM commit_turns")).toEqual([{ free_at: testNow + 40 }]);
  });

  it("asks for a longer turn each time, and after four is put back", async () => {
    const tenant = await newTenant();
    await setTurn(0);
    const others = Array.from({ length: 9 }, () => () => deliverMessages(postsOf(tenant, "asha")));
    const { asked, databases } = interruptedD1(...others);
    const came = await deliverMessages(postsOf(tenant, "asha"), testDependencies(databases));
    expect(came).toEqual({ acked: [], retried: [0] });
    expect(asked.filter(isCommit)).toHaveLength(5);
    expect(await rows("SELECT free_at FROM commit_turns")).toEqual([{ free_at: testNow + 600 }]);
    expect(await storedOf(tenant)).toHaveLength(5);
  });

  it("of a message that is stored meanwhile, adds nothing", async () => {
    const tenant = await newTenant();
    const posts = postsOf(tenant, "asha", "ravi");
    const { databases } = interruptedD1(() => deliverMessages(posts));
    expect((await deliverMessages(posts, testDependencies(databases))).acked).toEqual([0, 1]);
    expect(await storedOf(tenant)).toHaveLength(2);
  });

  it("that nobody was before, though D1 says so, holds up none but the message it is about", async () => {
    const tenant = await newTenant();
    const [bad, ...good] = postsOf(tenant, ...Array.from({ length: 20 }, (_, at) => `p${at}`));
    await env.DB.prepare(
      `CREATE TRIGGER "conflict_${tenant.formId}" BEFORE INSERT ON lead_submissions WHEN NEW.public_id = '${bad?.submission_id}'
       BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: events.id'); END`,
    ).run();
    const came = await deliverMessages([...good.slice(0, 7), bad, ...good.slice(7)]);
    expect(came.retried).toEqual([7]);
    expect(await storedOf(tenant)).toHaveLength(19);
  });
});

describe("ids", () => {
  /** Another isolate is given what `isolate` holds, as after a restore to before it was reserved. */
  const setBack = () => env.DB.prepare(`UPDATE id_ranges SET next = next - ${reservedFor(1) - 1}`).run();

  it("of a database that was set back are let go, and new ones reserved", async () => {
    const tenant = await newTenant();
    const isolate = testDependencies();
    await deliverMessages(postsOf(tenant, "asha"), isolate);
    await setBack();
    await deliverMessages(postsOf(tenant, "ravi"));
    const asked: string[] = [];
    const d1 = watchedD1(env.DB, (sql, run) => (asked.push(sql), run()));
    const came = await deliverMessages(postsOf(tenant, "mira", "joy"), {
      ...isolate,
      leadDatabase: () => d1,
    });
    expect(came).toEqual({ acked: [0, 1], retried: [] });
    expect(asked.filter(isCommit)).toHaveLength(2);
    expect(new Set((await storedOf(tenant)).map(({ lead_id }) => lead_id)).size).toBe(4);
  });

  it("are let go too where only a long text shows that they were taken", async () => {
    const tenant = await newTenant();
    const isolate = testDependencies();
    const long = (post: SubmissionMessage) => ({ ...post, payload: { message: "x".repeat(900) } });
    await deliverMessages(postsOf(tenant, "asha"), isolate);
    await setBack();
    await deliverMessages(postsOf(tenant, "asha").map(long));
    const came = await deliverMessages(postsOf(tenant, "asha").map(long), isolate);
    expect(came).toEqual({ acked: [0], retried: [] });
    const ids = await rows<{ id: number }>(
      "SELECT id FROM lead_submissions WHERE client_id = ?",
      tenant.clientId,
    );
    expect([ids.length, new Set(ids.map(({ id }) => id)).size]).toEqual([3, 3]);
  });

  it("are nobody else's once D1 was asked twice for the commit, which it may have made", async () => {
    const tenant = await newTenant();
    const nextId = "SELECT next AS id FROM id_ranges WHERE name = 'lead_submissions'";
    const [first] = await rows<{ id: number }>(nextId);
    const answers = [
      () => Promise.reject(new Error("D1_ERROR: Network connection lost.")),
      () => deliverMessages(postsOf(tenant, "asha")),
    ];
    const d1 = watchedD1(env.DB, async (sql, run) => {
      if (isCommit(sql)) await answers.shift()?.();
      return run();
    });
    const databases = { control: d1, leadDatabase: () => d1 };
    const came = await deliverMessages(postsOf(tenant, "asha", "ravi"), testDependencies(databases));
    expect(came).toEqual({ acked: [0, 1], retried: [] });
    const ids = (
      await rows<{ id: number }>("SELECT id FROM lead_submissions WHERE client_id = ?", tenant.clientId)
    ).map(({ id }) => id);
    expect(ids).toHaveLength(3);
    expect(ids).not.toContain(first?.id);
    expect(ids).not.toContain((first?.id ?? 0) + 1);
  });

  it("are not reserved for what is stored already", async () => {
    const tenant = await newTenant();
    const posts = postsOf(tenant, "asha", "ravi");
    await deliverMessages(posts);
    const before = await rows("SELECT * FROM id_ranges");
    expect((await deliverMessages(posts, testDependencies())).acked).toEqual([0, 1]);
    expect(await rows("SELECT * FROM id_ranges")).toEqual(before);
  });

  it("are taken once, by however many handlers of one isolate", async () => {
    const tenant = await newTenant();
    const isolate = testDependencies();
    const batches = Array.from({ length: 12 }, (_, at) =>
      postsOf(tenant, ...Array.from({ length: 20 }, (__, person) => `p${at}-${person}`)),
    );
    const came = await Promise.all(batches.map((posts) => deliverMessages(posts, isolate)));
    expect(came.flatMap(({ retried }) => retried)).toEqual([]);
    const ids = await rows<{ id: number; lead_id: number }>(
      "SELECT id, lead_id FROM lead_submissions WHERE client_id = ?",
      tenant.clientId,
    );
    expect([new Set(ids.map(({ id }) => id)).size, new Set(ids.map((row) => row.lead_id)).size]).toEqual([
      240, 240,
    ]);
  });
});
