import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** What a lead's own session comes to, now that more of it is heard. */
export interface CorrectedLead {
  client_id: string;
  lead_id: number;
  session_id: string;
  engagement_score: number;
}

/** Leads whose latest session this is, and which have another score; the others cost no row. */
export const correctLeads = (_scope: PipelineScope, leads: readonly CorrectedLead[]): Statement<number> =>
  write(
    sql`
      UPDATE leads SET engagement_score = j.value ->> 3
      FROM json_each(${JSON.stringify(leads.map((lead) => [lead.lead_id, lead.client_id, lead.session_id, lead.engagement_score]))}) AS j
      WHERE leads.id = j.value ->> 0 AND leads.client_id = j.value ->> 1 AND leads.session_id = j.value ->> 2
        AND leads.engagement_score IS NOT j.value ->> 3`.compile(queries),
  );
