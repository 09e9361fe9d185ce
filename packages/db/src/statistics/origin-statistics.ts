import type { SubmissionCount } from "@leadrelay/core/statistics/count-commit";
import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { isOfDays, wantedClients, type Counted } from "./counted.ts";
import { untold } from "./day-paths.ts";

/** Submissions by where they came from. */
export interface OriginCount {
  /** utm_source, or utm_campaign, in small letters; null: it was not told. */
  name: string | null;
  counter: SubmissionCount["outcome"];
  value: number;
}

/** What came in on these days, by source or by campaign: the day's rows are read, never submissions. */
export function originStatistics(
  scope: OperatorScope,
  counted: Omit<Counted, "by" | "formId">,
  by: "source" | "campaign",
): Statement<OriginCount[]> {
  const wanted = wantedClients(scope, { ...counted, by: [] });
  const name = sql.raw(by === "source" ? "source.key" : "campaign.key");
  const query = sql<OriginCount>`
    SELECT nullif(${name}, ${sql.lit(untold)}) AS name, outcome.key AS counter, sum(outcome.value) AS value
    FROM ${wanted} CROSS JOIN day_counters AS counted ON ${isOfDays({ ...counted, by: [] })}
      CROSS JOIN json_each(counted.origins_json) AS source CROSS JOIN json_each(source.value) AS campaign
      CROSS JOIN json_each(campaign.value) AS outcome
    GROUP BY 1, 2`;
  return rowsOf(query.compile(queries), (row) => row);
}
