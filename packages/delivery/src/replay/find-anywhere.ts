import { runOne } from "@leadrelay/db/run-batch";
import type { Statement } from "@leadrelay/db/statement";

/** The first of these databases that has it, asked at once. One that is away matters only where no other has it: then this throws. */
export async function findAnywhere<Found>(
  databases: Iterable<string>,
  leadDatabase: (binding: string) => D1Database,
  statement: Statement<Found | undefined>,
): Promise<{ database: string; found: Found } | undefined> {
  const answers = await Promise.allSettled(
    [...new Set(databases)].map(async (database) => {
      const found = await runOne(leadDatabase(database), statement);
      return found === undefined ? [] : [{ database, found }];
    }),
  );
  const known = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : [])).at(0);
  const failed = answers.find((answer) => answer.status === "rejected");
  if (known === undefined && failed !== undefined) throw failed.reason;
  return known;
}
