import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { openLetterCounts, type OpenLetterCount } from "@leadrelay/db/dead-letters/open-letter-counts";
import type { AdminDependencies } from "../dependencies.ts";
import { letterParts } from "./letter-parts.ts";

/** Counted by client, and by kind. */
export interface OpenLetters {
  total: number;
  by_client: { client_id: string | null; count: number }[];
  by_kind: { kind: string; count: number }[];
}

/** Open dead letters of a scope. */
export async function countOpenLetters(
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "leadDatabase" | "leadDatabaseNames">,
): Promise<OpenLetters> {
  const databases = new Set(letterParts(scope, dependencies).map(({ database }) => database));
  const read = await Promise.all(
    [...databases].map((database) => runOne(dependencies.leadDatabase(database), openLetterCounts(scope))),
  );
  const counts = read.flat();
  const by_client = [...Map.groupBy(counts, ({ client_id }) => client_id)].map(([client_id, own]) => ({
    client_id,
    count: sumOf(own),
  }));
  const by_kind = [...Map.groupBy(counts, ({ kind }) => kind)].map(([kind, own]) => ({
    kind,
    count: sumOf(own),
  }));
  return { total: sumOf(counts), by_client, by_kind };
}

const sumOf = (counts: readonly OpenLetterCount[]) =>
  counts.reduce((sum, { open_count }) => sum + open_count, 0);
