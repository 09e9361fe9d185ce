import { takeTurn } from "@leadrelay/db/intake/take-turn";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const take = (nowMs: number) =>
  runOne(env.DB, takeTurn(pipelineScope, { nowMs, turnMs: 10, longestMs: 100 }));
const freeAt = (at: number) => env.DB.prepare("UPDATE commit_turns SET free_at = ?").bind(at).run();

it.each([
  ["now, where none is taken", 400, [1_000, 1_010, 1_020]],
  ["now, where one has just ended", 1_000, [1_000, 1_010]],
  ["behind the last that is taken", 1_050, [1_050, 1_060]],
  ["behind the last of as long a line as there may be", 1_100, [1_100, 1_000]],
  ["now, where somebody took one that is further ahead than any", 1_101, [1_000, 1_010]],
])("a turn to commit begins %s", async (_when, free, turns) => {
  await freeAt(free);
  const taken = [];
  for (const _ of turns) taken.push(await take(1_000));
  expect(taken).toEqual(turns);
});
