import type { SearchRange } from "@leadrelay/core/search/search-ranges";
import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { LeadsTable } from "../tables/leads-table.ts";
import { toFound, type FoundLead, type FoundRow } from "./found-lead.ts";
import { rangeValues } from "./range-values.ts";

/** Leads known under an e-mail or phone within these ranges, also where they share it with the lead that holds it, at most `limit`, in the order of the ranges. */
export const searchIdentities = (
  scope: OperatorScope,
  kind: "email" | "phone",
  ranges: readonly SearchRange[],
  limit: number,
): Statement<FoundLead[]> =>
  rowsOf(
    sql<FoundRow & LeadsTable>`
      SELECT r.value ->> 0 AS found_rank, r.value ->> 2 AS found_live, entry.value ->> 0 AS found_text,
        entry.value ->> 1 AS found_last, l.*
      FROM ${rangeValues(scope, ranges)} AS r CROSS JOIN json_each((
        SELECT json_group_array(json_array(value, place, lead_id)) FROM (
          SELECT i.value, i.project_key AS place, i.lead_id FROM lead_identities AS i
          WHERE i.client_id = r.value ->> 1 AND i.is_test = 1 - r.value ->> 2 AND i.kind = ${kind}
            AND i.value >= r.value ->> 3 AND (i.value, i.project_key) < (r.value ->> 4, r.value ->> 5)
          UNION ALL
          SELECT s.value, s.place, s.lead_id FROM shared_identities AS s
          WHERE s.client_id = r.value ->> 1 AND s.is_test = 1 - r.value ->> 2 AND s.kind = ${kind}
            AND s.value >= r.value ->> 3 AND (s.value, s.place) < (r.value ->> 4, r.value ->> 5)
          ORDER BY 1 DESC, 2 DESC LIMIT ${limit})
      )) AS entry CROSS JOIN leads AS l ON l.id = entry.value ->> 2 LIMIT ${limit}`.compile(queries),
    toFound,
  );
