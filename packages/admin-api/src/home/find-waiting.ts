import { countUnconfirmed } from "@leadrelay/db/confirmations/unconfirmed-deliveries";
import { waitingCounts, type WaitingCount } from "@leadrelay/db/needs/waiting-counts";
import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { mostCounted, type FoundOfClients } from "./found-of-clients.ts";

const dayMs = 86_400_000;
/** Of so many of them it is counted how much waits; of the others it is looked whether anything does. */
const mostOfThem = 5;

interface Waiting {
  /** By destination: how much waits for it, or is held for it. */
  at: ReadonlyMap<string, { count: number; is_more: boolean }>;
  /** What was taken in the last day and never confirmed, of those with any. */
  unconfirmed: { id: string; client_id: string; count: number; oldest: number | null }[];
}

/** How much waits for those that are off, full or down, and what was not confirmed. */
export async function findWaiting(
  { off, down, full, confirming }: FoundOfClients,
  scope: OperatorScope,
  { leadDatabase }: Pick<AdminDependencies, "leadDatabase">,
  nowMs: number,
): Promise<Waiting> {
  const troubled = [...new Map([...down, ...off, ...full].map((one) => [one.id, one])).values()];
  const [first, others] = [troubled.slice(0, mostOfThem), troubled.slice(mostOfThem)];
  const databaseOf = ({ client_id }: { client_id: string }) => clientInScope(scope, client_id).database;
  const databases = new Set([...troubled, ...confirming].map(databaseOf));
  const read = await Promise.all(
    [...databases].map((database) =>
      runBatch(leadDatabase(database), [
        waitingCounts(
          scope,
          first.filter((one) => databaseOf(one) === database),
          mostCounted,
        ),
        waitingCounts(
          scope,
          others.filter((one) => databaseOf(one) === database),
          1,
        ),
        countUnconfirmed(
          scope,
          confirming.filter((one) => databaseOf(one) === database),
          { since: nowMs - dayMs, limit: mostCounted },
        ),
      ]),
    ),
  );
  return {
    at: new Map(read.flatMap(([counted, looked]) => [...upTo(counted, mostCounted), ...upTo(looked, 1)])),
    unconfirmed: read.flatMap(([, , counts]) =>
      counts.flatMap(({ destination_id, count, oldest }) => {
        const client_id = confirming.find(({ id }) => id === destination_id)?.client_id;
        return client_id === undefined ? [] : [{ id: destination_id, client_id, count, oldest }];
      }),
    ),
  };
}

const upTo = (counts: readonly WaitingCount[], most: number) =>
  counts.map(({ id, count }) => [id, { count, is_more: count >= most }] as const);
