import { insertDeadLetters } from "@leadrelay/db/dead-letters/insert-dead-letters";
import { markReplayed } from "@leadrelay/db/dead-letters/mark-replayed";
import { settleLetter } from "@leadrelay/db/dead-letters/settle-letter";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { DeadLettersTable } from "@leadrelay/db/tables/dead-letters-table";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "../../test/counters.ts";
import { letterNow, placeLetter } from "../../test/placed-letter.ts";
import { whatCameOf } from "../../test/what-came-of.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** What may have become of a letter since it was read, open and failed at 10. */
const since: [string, Partial<DeadLettersTable>, boolean][] = [
  ["is as it was read", {}, true],
  ["failed again", { last_failed_at: 11 }, false],
  ["was given up", { state: "discarded" }, false],
  ["was replayed", { state: "replayed" }, false],
];

describe("a letter whose message is back on the queue", () => {
  it.each(since)("that %s: %o, closed %s", async (_what, given, closed) => {
    const letter = await placeLetter(given);
    const other = await placeLetter();
    const seen = { id: letter.id, last_failed_at: 10 };
    await runBatch(env.DB, [markReplayed(pipelineScope, [seen], "system", 50)]);
    const change = { state: "replayed", settled_by: "system", settled_at: 50 };
    expect(await letterNow(letter)).toEqual(closed ? { ...letter, ...change } : letter);
    expect(await letterNow(other)).toEqual(other);
  });
});

describe("a letter that somebody settles", () => {
  const how = { state: "discarded", reason: "nonsense", by: "op-1", nowMs: 50 } as const;

  it.each(since)("that %s: %o, settled %s", async (_what, given, settled) => {
    const letter = await placeLetter({ client_id: "cli", ...given });
    const other = await placeLetter({ client_id: "cli" });
    const statements = settleLetter(scopeOf(["cli"]), { ...letter, last_failed_at: 10 }, how);
    expect(await whatCameOf(statements)).toBe(settled ? "done" : "conflict");
    const change = { state: "discarded", settled_by: "op-1", settled_at: 50, settle_reason: "nonsense" };
    expect(await letterNow(letter)).toEqual(settled ? { ...letter, ...change } : letter);
    expect(await letterNow(other)).toEqual(other);
  });

  it("and that is gone aborts the change, however many others are open", async () => {
    const letter = await placeLetter({ client_id: "cli" });
    const gone = { ...letter, id: crypto.randomUUID() } as never;
    expect(await whatCameOf(settleLetter(scopeOf(["cli"]), gone, how))).toBe("conflict");
  });

  it.each<[string, string | null, boolean]>([
    ["another tenant's", "cli_other", false],
    ["without a client", null, false],
  ])("is no letter %s", async (_whose, client_id) => {
    const letter = (await placeLetter({ client_id })) as never;
    expect(() => settleLetter(scopeOf(["cli"]), letter, how)).toThrow("outside this scope");
  });

  it("may be without a client for the installation's owners", async () => {
    const letter = await placeLetter();
    const statements = settleLetter(scopeOf([], true), letter, how);
    expect(await whatCameOf(statements)).toBe("done");
  });
});

describe("a failure that has a letter", () => {
  const failAgain = async (before: Partial<DeadLettersTable>, failedAt: number) => {
    const letter = await placeLetter({ kind: "poison", last_error: "old", ...before });
    const {
      state: _s,
      fingerprint: _f,
      settled_by: _b,
      settled_at: _a,
      settle_reason: _r,
      created_at: _c,
      ...given
    } = letter;
    const again = {
      ...given,
      last_error: "new",
      cause: "failed" as const,
      attempts: 2,
      last_failed_at: failedAt,
    };
    await runBatch(env.DB, [insertDeadLetters(pipelineScope, [again], 60)]);
    return letterNow(letter);
  };
  const settled = { state: "replayed", settled_by: "op-1", settled_at: 20, settle_reason: "why" } as const;

  it.each<[string, Partial<DeadLettersTable>, number]>([
    ["the same one of an open letter", {}, 10],
    ["the same one of a settled letter", settled, 10],
  ])("changes nothing: %s", async (_what, before, failedAt) => {
    expect(await failAgain(before, failedAt)).toMatchObject({ last_error: "old", attempts: 1, ...before });
  });

  it.each<[string, Partial<DeadLettersTable>, number, number]>([
    ["later, of an open letter", {}, 15, 15],
    ["earlier, of an open letter: no clock brings it back", {}, 5, 11],
    ["later, of a settled letter", settled, 15, 15],
    ["earlier, of a settled letter", settled, 5, 5],
  ])("is open, with the last failure's words: %s", async (_what, before, failedAt, last_failed_at) => {
    const nobody = { settled_by: null, settled_at: null, settle_reason: null };
    const words = {
      last_error: "new",
      cause: "failed" as const,
      attempts: 2,
      first_failed_at: 1,
      created_at: 1,
    };
    expect(await failAgain(before, failedAt)).toMatchObject({
      state: "open",
      last_failed_at,
      ...words,
      ...nobody,
    });
  });
});
