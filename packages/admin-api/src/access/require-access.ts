import { apiProblem } from "../problems/api-problem.ts";
import { noScope, type Access, type AccessRule } from "./access.ts";
import type { Caller } from "./caller.ts";
import { computeScope } from "./compute-scope.ts";
import { permissionMeanings } from "./permissions.ts";

/** Holds a caller against an operation's rule. Throws 401 without a caller, 403 when it has the permission nowhere. */
export function requireAccess(rule: AccessRule, caller: Caller | undefined): Access {
  const nobody = { actor: { kind: "nobody" }, scope: noScope, caller: undefined } as const;
  if (rule === "everyone" && caller === undefined) return nobody;
  if (caller === undefined)
    throw apiProblem("not-signed-in", "Sign in, or sign the request with an access key.", {
      headers: { "www-authenticate": "LeadRelay-Signature, Session" },
    });
  if (rule === "everyone" || rule === "signed-in") return { actor: caller.actor, scope: noScope, caller };
  const scope = computeScope(caller.grants, rule.permission);
  if (scope === undefined) {
    const meaning = permissionMeanings[rule.permission];
    const lacks = caller.actor.kind === "key" ? "This key lacks it." : "Your role does not give it.";
    throw apiProblem("not-permitted", `This needs ${rule.permission}: to ${meaning}. ${lacks}`);
  }
  return { actor: caller.actor, scope, caller };
}
