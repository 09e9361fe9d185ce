import { maskedIf } from "@leadrelay/core/masking/mask-contact";
import { maskText } from "@leadrelay/core/masking/mask-text";
import type { OperatorScope } from "@leadrelay/db/scope";
import { originStatistics, type OriginCount } from "@leadrelay/db/statistics/origin-statistics";
import type { AdminDependencies } from "../dependencies.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";
import type { Period } from "./period.ts";

/**
 * Submissions by where they came from, of every database the scope's clients lie in. A name that may be somebody's contact is hidden from
 * whoever sees any of these clients' contacts masked: counts are of all of them together.
 */
export async function readOrigins(
  scope: OperatorScope,
  { by, ...period }: Period & { by: "source" | "campaign" },
  dependencies: Pick<AdminDependencies, "leadDatabase">,
): Promise<OriginCount[]> {
  const read = await askLeadDatabases(scope, dependencies, (clientIds) =>
    originStatistics(scope, { ...period, clientIds }, by),
  );
  const isMasked = scope.clients.some(({ masked }) => masked);
  return read.flat().map((count) => ({ ...count, name: maskedIf(isMasked, count.name, maskText) }));
}
