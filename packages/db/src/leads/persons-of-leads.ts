import { sql } from "kysely";
import type { LeadsTable } from "../tables/leads-table.ts";
import { byIds } from "../lists/by-ids.ts";
import type { OperatorScope } from "../scope.ts";
import type { Statement } from "../statement.ts";

/** Who a lead is: its public id, and the person's details. */
export type LeadPerson = Pick<
  LeadsTable,
  "id" | "public_id" | "client_id" | "contact_name" | "contact_email" | "contact_phone"
>;

/** Who these leads are; an erased one is not in the result. */
export const personsOfLeads = (scope: OperatorScope, ids: readonly number[]): Statement<LeadPerson[]> =>
  byIds(scope, "id, public_id, client_id, contact_name, contact_email, contact_phone", "leads", ids);

/** The lead of a row, as the JSON of a `LeadPerson`; NULL where it was erased. @param idColumn such as `d.lead_id` */
export const leadPersonOf = (idColumn: string) => sql<string | null>`(
  SELECT json_object('id', leads.id, 'public_id', leads.public_id, 'client_id', leads.client_id,
    'contact_name', leads.contact_name, 'contact_email', leads.contact_email, 'contact_phone', leads.contact_phone)
  FROM leads WHERE leads.id = ${sql.ref(idColumn)})`;
