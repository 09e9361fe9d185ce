import type { OperatorScope } from "@leadrelay/db/scope";
import { clientInScope } from "../access/client-in-scope.ts";
import { apiProblem } from "../problems/api-problem.ts";

/**
 * Whoever names the address that a client's leads go to receives every contact detail there: only who may see those does. A key may have
 * `config:write` without it. Throws the 403.
 */
export function requireContacts(scope: OperatorScope, clientId: string): void {
  if (clientInScope(scope, clientId).masked)
    throw apiProblem(
      "not-permitted",
      "Whoever says where leads are sent receives their contact details: this needs contacts:read too.",
    );
}
