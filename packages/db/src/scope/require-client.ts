import type { Scope } from "../scope.ts";
import { isInScope } from "./is-in-scope.ts";

/** Throws when a client's rows are outside the scope: a write must not be built for another tenant. */
export function requireClient(scope: Scope, clientId: string): void {
  if (!isInScope(scope, clientId)) throw new Error(`Client ${clientId} is outside this scope`);
}

/** The same for several. */
export function requireClients(scope: Scope, clientIds: readonly string[]): void {
  for (const id of clientIds) requireClient(scope, id);
}
