import { emailSpelling } from "@leadrelay/core/identity/email-identity";
import { phoneSpelling } from "@leadrelay/core/phone/phone-identity";
import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { LeadsTable } from "../tables/leads-table.ts";
import { toLead, type Lead } from "./lead.ts";

const mostRelated = 10;

/** Leads of other projects of the client that are known under the same e-mail address or phone number; ten at most. */
export function relatedLeads(scope: OperatorScope, lead: Lead): Statement<Lead[]> {
  requireClient(scope, lead.client_id);
  const known = [
    ["email", lead.contact_email === null ? null : emailSpelling(lead.contact_email)],
    ["phone", lead.contact_phone === null ? null : phoneSpelling(lead.contact_phone)],
  ].filter(([, value]) => value !== null);
  const query = sql<LeadsTable>`
    SELECT DISTINCT l.* FROM ${jsonValues(known)} AS wanted
    CROSS JOIN lead_identities AS i ON i.client_id = ${lead.client_id} AND i.is_test = ${lead.is_test ? 1 : 0}
      AND i.kind = wanted.value ->> 0 AND i.value = wanted.value ->> 1 AND i.project_key <> ${lead.project_key}
    CROSS JOIN leads AS l ON l.id = i.lead_id AND l.client_id = ${lead.client_id} AND l.id <> ${lead.id}
    LIMIT ${mostRelated}`;
  return rowsOf(query.compile(queries), toLead);
}
