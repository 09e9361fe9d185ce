import { findLetter, type LetterRecord } from "@leadrelay/db/dead-letters/find-letter";
import type { OperatorScope } from "@leadrelay/db/scope";
import { findAnywhere } from "./find-anywhere.ts";
import type { ReplayDependencies } from "./replay-dependencies.ts";

/** A letter as it was found. */
export interface FoundLetter {
  found: LetterRecord;
  /** Binding name. */
  database: string;
}

/** A letter by its id, wherever the scope reaches; one without a client may be in any database. */
export const findLetterAnywhere = (
  scope: OperatorScope,
  letterId: string,
  { leadDatabase, leadDatabaseNames }: Pick<ReplayDependencies, "leadDatabase" | "leadDatabaseNames">,
): Promise<FoundLetter | undefined> =>
  findAnywhere(
    scope.isInstallation ? leadDatabaseNames : scope.clients.map(({ database }) => database),
    leadDatabase,
    findLetter(scope, letterId),
  );
