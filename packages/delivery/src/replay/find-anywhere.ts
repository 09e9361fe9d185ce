import { runBatch } from "@leadrelay/db/run-batch";
import type { Statement } from "@leadrelay/db/statement";

/** The first of these databases that has it, asked at once. */
export async function findAnywhere<Found>(
  databases: Iterable<string>,
  leadDatabase: (binding: string) => D1Database,
  statement: Statement<Found | undefined>,
): Promise<{ database: string; found: Found } | undefined> {
  const answers = await Promise.all(
    [...new Set(databases)].map(async (database) => {
      const [found] = await runBatch(leadDatabase(database), [statement]);
      return found === undefined ? [] : [{ database, found }];
    }),
  );
  return answers.flat().at(0);
}
