import type { OperatorScope, ScopedClient } from "@leadrelay/db/scope";
import { notFound } from "../problems/api-problem.ts";

/** The client with this id. Throws the 404 that hides other tenants. */
export function clientInScope(scope: OperatorScope, clientId: string): ScopedClient {
  const found = scope.clients.find(({ id }) => id === clientId);
  if (found === undefined) throw notFound("client");
  return found;
}

/** The scope without its other clients, for a filter that names one. Throws the 404 that hides other tenants. */
export function narrowScope(scope: OperatorScope, clientId: string | undefined): OperatorScope {
  if (clientId === undefined) return scope;
  return { ...scope, clients: [clientInScope(scope, clientId)], agencyIds: [], isInstallation: false };
}
