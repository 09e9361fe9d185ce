import { findLetterDetails, type LetterDetails } from "@leadrelay/db/dead-letters/find-letter-details";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { notFound } from "../problems/api-problem.ts";
import { letterParts } from "./letter-parts.ts";

/** The letter with this id, wherever it lies. Throws the 404 that hides other tenants. */
export async function readLetter(
  id: string,
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "leadDatabase" | "leadDatabaseNames">,
): Promise<LetterDetails> {
  const databases = new Set(letterParts(scope, dependencies).map(({ database }) => database));
  for (const database of databases) {
    const letter = await runOne(dependencies.leadDatabase(database), findLetterDetails(scope, id));
    if (letter !== undefined) return letter;
  }
  throw notFound("dead letter");
}
