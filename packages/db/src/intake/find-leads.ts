import type { KnownLead } from "@leadrelay/core/decide/facts";
import type { Identity } from "@leadrelay/core/identity/identity";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { Flag, LeadIdentitiesTable, LeadsTable } from "../tables.ts";

type IdentityRow = LeadIdentitiesTable;

const identitiesJson = (identities: readonly Identity[]) =>
  JSON.stringify(
    identities.map(({ client_id, is_test, kind, value, project_key }) => [
      client_id,
      is_test ? 1 : 0,
      kind,
      value,
      project_key,
    ]),
  );

/** SQL: the identity rows named by a JSON array of key arrays. */
const identityRows = (json: string) => sql`
  json_each(${json}) AS j CROSS JOIN lead_identities AS i
  ON i.client_id = j.value ->> 0 AND i.is_test = j.value ->> 1 AND i.kind = j.value ->> 2
  AND i.value = j.value ->> 3 AND i.project_key = j.value ->> 4`;

/** Which of these identities are held, and by which lead. */
export const heldIdentities = (
  _scope: PipelineScope,
  identities: readonly Identity[],
): Statement<(Identity & { lead_id: number })[]> =>
  rowsOf(
    sql<IdentityRow>`SELECT i.* FROM ${identityRows(identitiesJson(identities))}`.compile(queries),
    (row) => ({ ...row, is_test: row.is_test === 1 }),
  );

type LeadRow = Omit<LeadsTable, "status" | "crm_lead_id"> & { went_out: Flag };

/** The leads that hold any of these identities, each with whether anything of it ever went out. */
export const leadsOfIdentities = (
  _scope: PipelineScope,
  identities: readonly Identity[],
): Statement<KnownLead[]> =>
  rowsOf(
    sql<LeadRow>`
      WITH held AS MATERIALIZED (SELECT DISTINCT i.lead_id FROM ${identityRows(identitiesJson(identities))})
      SELECT l.id, l.public_id, l.client_id, l.form_id, l.is_test, l.project, l.project_key, l.contact_name,
        l.contact_email, l.contact_phone, l.visitor_id, l.user_agent, l.submission_count, l.suspicion_score,
        l.first_submitted_at, l.last_submitted_at, l.last_sent_at,
        EXISTS (
          SELECT 1 FROM deliveries AS d WHERE d.lead_id = l.id AND (
            d.status IN ('delivered', 'confirmed', 'pending', 'in_flight', 'held') OR (d.status = 'dead' AND EXISTS (
              SELECT 1 FROM dead_letters AS letter WHERE letter.id = d.dead_letter_id AND letter.state = 'open'
            ))
          )
        ) AS went_out
      FROM held CROSS JOIN leads AS l ON l.id = held.lead_id`.compile(queries),
    (row) => ({ ...row, is_test: row.is_test === 1, went_out: row.went_out === 1 }),
  );
