import { markReplayed } from "@leadrelay/db/dead-letters/mark-replayed";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import {
  deadLetterGroups,
  type DeadLetterGroup,
  type GroupKey,
} from "@leadrelay/db/dead-letters/dead-letter-groups";
import { openLetterCounts } from "@leadrelay/db/dead-letters/open-letter-counts";
import { applyD1Migrations, env } from "cloudflare:test";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { insertLetters, letter } from "../../test/caused-letters.ts";
import { scopeOf } from "../../test/counters.ts";
import { answersOf, scriptedReceiver, tenantWithDeliveries, wake } from "../../test/deliver-wakeups.ts";
import { meteredD1 } from "../../test/metered-d1.ts";
import { rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** Every group as the letters themselves say; that of nobody's letters is told apart by its destinations. */
const recounted = (clientId: string) =>
  rows(
    `SELECT coalesce(destination_id, '') AS destination_id, kind, cause, coalesce(last_status_code, 0) AS status_code,
       fingerprint, sum(state = 'open') AS open_count, count(*) AS total
     FROM dead_letters WHERE client_id = ?1 OR client_id IS NULL AND destination_id LIKE ?1 || '%'
     GROUP BY coalesce(client_id, ''), 1, 2, 3, 4, 5 ORDER BY coalesce(client_id, ''), 1, 2, 3, 4, 5`,
    clientId,
  );
const kept = (clientId: string) =>
  rows(
    `SELECT destination_id, kind, cause, status_code, fingerprint, open_count, total
     FROM dead_letter_groups WHERE client_id = ?1 OR client_id = '' AND destination_id LIKE ?1 || '%'
     ORDER BY client_id, 1, 2, 3, 4, 5`,
    clientId,
  );

/** Open letters of a client by kind, counted one by one, and as they are kept. */
const recountedOpen = (clientId: string) =>
  rows(
    "SELECT kind, count(*) AS open_count FROM dead_letters WHERE client_id = ? AND state = 'open' GROUP BY kind ORDER BY kind",
    clientId,
  );
const keptOpen = (clientId: string) =>
  rows(
    "SELECT kind, open_count FROM open_letter_counts WHERE client_id = ? AND open_count > 0 ORDER BY kind",
    clientId,
  );
/** Errors of causes that no letter there has. */
const errorsOfNone = (clientId: string) =>
  rows(
    `SELECT sample_error FROM dead_letter_groups AS cause WHERE client_id = ? AND sample_error IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM dead_letters WHERE id = sample_letter_id AND fingerprint = cause.fingerprint)`,
    clientId,
  );

describe("groups of dead letters", () => {
  it("say what a recount says, whatever happened to the letters and in whatever order", async () => {
    const change = fc.record({
      which: fc.nat(4),
      what: fc.constantFrom("fail", "fail twice", "replay", "discard", "reopen", "move", "delete"),
      cause: fc.constantFrom("refused", "gone"),
      status: fc.constantFrom(null, 400, 404),
      error: fc.constantFrom(null, "no room", "lead 12 is unknown", "lead 13 is unknown"),
      owned: fc.boolean(),
      at: fc.nat(1_000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 25 }), async (changes) => {
        const client = crypto.randomUUID();
        for (const { which, what, cause, status, error, owned, at } of changes) {
          const id = `${client}-${which}`;
          const failed = letter({
            id,
            client_id: owned ? client : null,
            destination_id: `${client}-${which % 2}`,
            cause,
            last_status_code: status,
            last_error: error,
            last_failed_at: at,
          });
          const run = (sql: string, ...values: unknown[]) =>
            env.DB.prepare(sql)
              .bind(...values, id)
              .run();
          if (what === "fail") await insertLetters([failed]);
          if (what === "fail twice") await insertLetters([failed, failed]);
          const seen = await rows<{ id: string; last_failed_at: number }>(
            "SELECT id, last_failed_at FROM dead_letters WHERE id = ?",
            id,
          );
          if (what === "replay") await runOne(env.DB, markReplayed(pipelineScope, seen, "system", at));
          if (what === "discard") await run("UPDATE dead_letters SET state = 'discarded' WHERE id = ?");
          if (what === "reopen") await run("UPDATE dead_letters SET state = 'open' WHERE id = ?");
          if (what === "move") await run("UPDATE dead_letters SET fingerprint = ? WHERE id = ?", `${at % 3}`);
          if (what === "delete") await run("DELETE FROM dead_letters WHERE id = ?");
          expect(await kept(client)).toEqual(await recounted(client));
          expect(await keptOpen(client)).toEqual(await recountedOpen(client));
          expect(await errorsOfNone(client)).toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("gather errors that say the same of one answer and destination", async () => {
    const { tenant, keys } = await tenantWithDeliveries(4);
    const answers = answersOf(
      [400, "lead 1 is unknown"],
      [400, "lead 23 is unknown"],
      [400, "no quota"],
      [404, "x"],
    );
    await wake(keys, scriptedReceiver(...answers));
    const groups = await runOne(
      env.DB,
      deadLetterGroups(scopeOf([tenant.clientId]), tenant.clientId, { after: null, limit: 10 }),
    );
    const causes = groups.map(({ status_code, sample_error, open_count, total }) => ({
      status_code,
      sample_error,
      open_count,
      total,
    }));
    expect(causes.toSorted((a, b) => String(a.sample_error).localeCompare(String(b.sample_error)))).toEqual([
      { status_code: 400, sample_error: "HTTP 400: lead 23 is unknown", open_count: 2, total: 2 },
      { status_code: 400, sample_error: "HTTP 400: no quota", open_count: 1, total: 1 },
      { status_code: 404, sample_error: "HTTP 404: x", open_count: 1, total: 1 },
    ]);
    expect(groups[0]).toMatchObject({ client_id: tenant.clientId, destination_id: tenant.destinationId });
  });

  it("failed last when a letter of theirs did, though it was open all the while", async () => {
    const client = crypto.randomUUID();
    const failed = letter({ id: crypto.randomUUID(), client_id: client, last_error: "no room" });
    await insertLetters([failed]);
    await insertLetters([{ ...failed, last_failed_at: 7 }]);
    const groups = await runOne(
      env.DB,
      deadLetterGroups(scopeOf([client]), client, { after: null, limit: 10 }),
    );
    expect(groups).toMatchObject([{ open_count: 1, total: 1, first_failed_at: 1, last_failed_at: 7 }]);
  });

  it("close with the delivery that arrives after all", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    await wake(keys, scriptedReceiver(new Response("", { status: 404 })));
    const scope = scopeOf([tenant.clientId]);
    const open = () => runOne(env.DB, openLetterCounts(scope));
    expect(await open()).toEqual([{ client_id: tenant.clientId, kind: "delivery", open_count: 1 }]);
    await env.DB.prepare(
      "UPDATE deliveries SET status = 'pending', settled_at = NULL, next_attempt_at = 1 WHERE client_id = ?",
    )
      .bind(tenant.clientId)
      .run();
    await wake(keys, scriptedReceiver());
    expect(await open()).toEqual([]);
  });
});

describe("a list of groups", () => {
  const client = crypto.randomUUID();
  const scope = scopeOf([client]);
  const groups = 30;
  beforeAll(async () => {
    // Ten letters a group, several groups failed last in the same millisecond; a third of the groups is settled.
    const letters = Array.from({ length: groups * 10 }, (_, index) =>
      letter({
        client_id: client,
        last_status_code: 400 + (index % groups),
        last_failed_at: Math.floor((index % groups) / 4),
      }),
    );
    await insertLetters(letters);
    await env.DB.prepare(
      "UPDATE dead_letters SET state = 'discarded' WHERE client_id = ? AND last_status_code >= 420",
    )
      .bind(client)
      .run();
  });

  it("is read a page at a time, last failed first, each open group once", async () => {
    const seen: number[] = [];
    const times: number[] = [];
    for (let after: GroupKey | null = null; ;) {
      const page: DeadLetterGroup[] = await runOne(
        env.DB,
        deadLetterGroups(scope, client, { after, limit: 3 }),
      );
      seen.push(...page.map(({ status_code }) => status_code ?? 0));
      times.push(...page.map(({ last_failed_at }) => last_failed_at));
      const last = page.at(-1);
      if (last === undefined) break;
      after = [last.last_failed_at, last.sample_letter_id];
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => 400 + index));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it("reads two rows a group, however many letters there are and how many groups are settled", async () => {
    const { bill, databases } = meteredD1();
    await runOne(databases.control, deadLetterGroups(scope, client, { after: [5, "a"], limit: 5 }));
    expect(bill.read).toBeLessThanOrEqual(2 * 5 + 1);
    bill.read = 0;
    const counts = await runOne(databases.control, openLetterCounts(scope));
    expect(counts).toEqual([{ client_id: client, kind: "delivery", open_count: 200 }]);
    expect(bill.read).toBeLessThanOrEqual(4);
  });

  it("of another client is refused; letters without a client are for the installation's owners", async () => {
    const page = { after: null, limit: 5 };
    expect(() => deadLetterGroups(scope, "another", page)).toThrow("outside this scope");
    expect(() => deadLetterGroups(scope, null, page)).toThrow("outside this scope");
    await insertLetters([letter({ kind: "invalid_message", last_failed_at: 9_000_000 })]);
    const owners = scopeOf([], true);
    const unowned = await runOne(env.DB, deadLetterGroups(owners, null, page));
    expect(unowned[0]).toMatchObject({ client_id: null, kind: "invalid_message", last_failed_at: 9_000_000 });
    const counts = await runOne(env.DB, openLetterCounts(owners));
    expect(counts).toContainEqual(expect.objectContaining({ client_id: null, kind: "invalid_message" }));
    expect(await runOne(env.DB, openLetterCounts(scopeOf([])))).toEqual([]);
  });
});
