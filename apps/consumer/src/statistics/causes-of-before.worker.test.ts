import { markReplayed } from "@leadrelay/db/dead-letters/mark-replayed";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { deadLetterGroups } from "@leadrelay/db/dead-letters/dead-letter-groups";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { insertLetters, letter } from "../../test/caused-letters.ts";
import { scopeOf } from "../../test/counters.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

describe("groups of dead letters", () => {
  it("of a fingerprint made otherwise are listed, closed and left like any", async () => {
    const [client, id] = [crypto.randomUUID(), crypto.randomUUID()];
    const failed = letter({
      id,
      client_id: client,
      last_error: 'HTTP 400: {"error":"no quota","name":"Asha"}',
    });
    await insertLetters([failed]);
    await env.DB.prepare("UPDATE dead_letters SET fingerprint = 'of before' WHERE id = ?").bind(id).run();
    await insertLetters([{ ...failed, id: crypto.randomUUID() }]);
    const groups = async () => {
      const page = { after: null, limit: 10 };
      const found = await runOne(env.DB, deadLetterGroups(scopeOf([client]), client, page));
      const openOf = (isBefore: boolean) =>
        found.find(({ fingerprint }) => (fingerprint === "of before") === isBefore)?.open_count ?? 0;
      return { before: openOf(true), since: openOf(false) };
    };
    expect(await groups()).toEqual({ before: 1, since: 1 });
    await runOne(env.DB, markReplayed(pipelineScope, [{ id, last_failed_at: 1 }], "system", 5));
    expect(await groups()).toEqual({ before: 0, since: 1 });
    // Failed again, it counts with the others that say so.
    await insertLetters([{ ...failed, last_failed_at: 9 }]);
    expect(await groups()).toEqual({ before: 0, since: 2 });
  });

  it("forget an error with the letter it was of, and take the next one's", async () => {
    const client = crypto.randomUUID();
    const failed = () => letter({ client_id: client, last_error: `lead ${crypto.randomUUID()} is unknown` });
    const [first, second, third] = [failed(), failed(), failed()];
    const sample = async () => {
      const page = { after: null, limit: 10 };
      const groups = await runOne(env.DB, deadLetterGroups(scopeOf([client]), client, page));
      return groups.map(({ sample_error, total }) => [sample_error, total]);
    };
    await insertLetters([first, second]);
    await env.DB.prepare("DELETE FROM dead_letters WHERE id = ?").bind(first.id).run();
    expect(await sample()).toEqual([[second.last_error, 1]]);
    await insertLetters([first]);
    await env.DB.prepare("DELETE FROM dead_letters WHERE id = ?").bind(first.id).run();
    expect(await sample()).toEqual([[null, 1]]);
    await insertLetters([third]);
    expect(await sample()).toEqual([[third.last_error, 2]]);
  });
});
