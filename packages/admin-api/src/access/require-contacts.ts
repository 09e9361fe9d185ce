import type { OperatorScope } from "@leadrelay/db/scope";
import { clientInScope } from "./client-in-scope.ts";
import { apiProblem } from "../problems/api-problem.ts";

/** What somebody who sees contacts masked could read them by, and how. */
const reasons = {
  address: "Whoever says where leads are sent receives their contact details",
  shape: "Whoever says how leads are written could have contact details stand where they are not masked",
  conditions: "Whoever says which leads a member gets could find out from who got which what they are called",
  preview: "A lead's request holds its contact details",
  whereabouts: "Whoever counts who posted from an address could find out where others were",
  answers: "A receiver's answers may quote a lead's contact details",
  field_mapping:
    "Whoever says what a form's fields mean could have contact details stored where they are not masked",
  test_strings: "Whoever says which words make a lead a test could find out what others were called",
} as const;

/** Such a setting is changed only by who may see contacts: a key may have `config:write` without that. Throws the 403. */
export function requireContacts(scope: OperatorScope, clientId: string, setting: keyof typeof reasons): void {
  if (clientInScope(scope, clientId).masked)
    throw apiProblem("not-permitted", `${reasons[setting]}: this needs contacts:read too.`);
}
