import { clientIdsOf, type OperatorScope, type Scope } from "../scope.ts";

/** A scope is computed once, and asked for every row of a list. */
const known = new WeakMap<OperatorScope, ReadonlySet<string>>();

/** Whether a client's rows, or with null those without a client, are within the scope. For SQL there is `inScope`. */
export function isInScope(scope: Scope, clientId: string | null): boolean {
  if (scope.kind === "pipeline") return true;
  if (clientId === null) return scope.isInstallation;
  const ids = known.get(scope) ?? new Set(clientIdsOf(scope));
  known.set(scope, ids);
  return ids.has(clientId);
}
