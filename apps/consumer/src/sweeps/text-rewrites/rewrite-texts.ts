import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope as scope } from "@leadrelay/db/scope";
import {
  closeRewrite,
  moveRewrite,
  openRewrites,
  type RewriteCursor,
} from "@leadrelay/db/text-rewrites/rewrite-cursors";
import { rewriteEvents, rewriteSubmissions } from "@leadrelay/db/text-rewrites/rewrite-rows";
import { eventsBehind, submissionsBehind, type Chunk } from "@leadrelay/db/text-rewrites/rows-behind";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget, type Budget } from "../budget.ts";
import { eachDatabase } from "../each-database.ts";

const usualChunk: Chunk = { rows: 500, characters: 1_000_000 };
/** Read and written. */
const callsOfAChunk = 2;
/** Of each database: leads that come in are not to wait for it. */
const chunksAMinute = 60;

/**
 * Rewrites rows that an earlier version wrote, a chunk in one D1 batch with how far it came, so that it goes on there whatever happens.
 * Readers take either layout at any time. When a database is done, a minute costs one read of no rows there.
 */
export const rewriteTexts = (
  dependencies: Pick<Dependencies, "leadDatabase" | "leadDatabaseNames" | "now">,
  budget: Budget = openBudget(),
  chunk = usualChunk,
): Promise<number> =>
  eachDatabase(dependencies, async (name) => {
    if (!budget.take(1)) return 0;
    const database = dependencies.leadDatabase(name);
    let rewritten = 0;
    let chunks = chunksAMinute;
    for (const open of await runOne(database, openRewrites(scope))) {
      let cursor: RewriteCursor | null = open;
      while (cursor !== null && chunks > 0 && budget.take(callsOfAChunk)) {
        chunks -= 1;
        const taken: Taken = await takeChunk(cursor, chunk, database);
        rewritten += taken.rewritten;
        cursor = taken.next;
      }
    }
    return rewritten;
  });

/** How many rows a chunk changed, and where the next begins; null behind the last. */
interface Taken {
  rewritten: number;
  next: RewriteCursor | null;
}

async function takeChunk(cursor: RewriteCursor, chunk: Chunk, database: D1Database): Promise<Taken> {
  const { last, statements } = await (cursor.table === "events" ? readEvents : readSubmissions)(
    cursor,
    chunk,
    database,
  );
  if (last === undefined) {
    await runOne(database, closeRewrite(scope, cursor));
    return { rewritten: 0, next: null };
  }
  const changed = await runBatch(database, [...statements, moveRewrite(scope, cursor, last)]);
  const rewritten = changed.slice(0, -1).reduce((sum, rows) => sum + rows, 0);
  return { rewritten, next: { ...cursor, after: last } };
}

async function readSubmissions({ after }: RewriteCursor, chunk: Chunk, database: D1Database) {
  const rows = await runOne(database, submissionsBehind(scope, after, chunk));
  const last = rows.map(({ lead_id, submission_number }) => [lead_id, submission_number] as const).at(-1);
  return { last, statements: rewriteSubmissions(scope, rows) };
}

async function readEvents({ after }: RewriteCursor, chunk: Chunk, database: D1Database) {
  const rows = await runOne(database, eventsBehind(scope, after, chunk));
  const last = rows.map(({ lead_id, id }) => [lead_id, id] as const).at(-1);
  return { last, statements: rewriteEvents(scope, rows) };
}
