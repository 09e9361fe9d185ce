import { isInScope } from "./is-in-scope.ts";
import { requireClient } from "./require-client.ts";
import type { Scope } from "../scope.ts";

/** Throws when a client's rows, or with null those without a client, are outside the scope. */
export function requirePart(scope: Scope, clientId: string | null): void {
  if (clientId !== null) requireClient(scope, clientId);
  else if (!isInScope(scope, null)) throw new Error("Rows without a client are outside this scope");
}
