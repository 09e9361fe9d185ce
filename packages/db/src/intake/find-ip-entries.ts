import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** The networks a client may have listed; look-ups are by key, so candidates are spelled out. */
export interface IpCandidates {
  client_id: string;
  cidrs: readonly string[];
}

interface ListedNetwork {
  client_id: string;
  cidr: string;
}
export type IpEntry =
  | (ListedNetwork & { list: "blocked"; usage: null })
  | (ListedNetwork & { list: "allowed"; usage: "testing" | "internal" });

/** List entries in force at `nowMs` for the candidates. */
export const ipEntries = (
  _scope: PipelineScope,
  candidates: readonly IpCandidates[],
  nowMs: number,
): Statement<IpEntry[]> => {
  const json = JSON.stringify(candidates.map(({ client_id, cidrs }) => [client_id, cidrs]));
  return rowsOf(
    sql<IpEntry>`
      SELECT 'blocked' AS list, b.client_id, b.cidr, NULL AS usage
      FROM json_each(${json}) AS c CROSS JOIN json_each(${candidatesIfAny("blocked_ips")}) AS j
      CROSS JOIN blocked_ips AS b ON b.client_id = c.value ->> 0 AND b.cidr = j.value
      WHERE b.expires_at IS NULL OR b.expires_at > ${nowMs}
      UNION ALL
      SELECT 'allowed', a.client_id, a.cidr, a.usage
      FROM json_each(${json}) AS c CROSS JOIN json_each(${candidatesIfAny("allowed_ips")}) AS j
      CROSS JOIN allowed_ips AS a ON a.client_id = c.value ->> 0 AND a.cidr = j.value
      WHERE a.expires_at IS NULL OR a.expires_at > ${nowMs}`.compile(queries),
    (row) => row,
  );
};

/** SQL: a client's candidates, or none where its list is empty: D1 would count each of them as a row read. */
const candidatesIfAny = (list: "blocked_ips" | "allowed_ips") => sql`
  CASE WHEN EXISTS (SELECT 1 FROM ${sql.raw(list)} AS entry WHERE entry.client_id = c.value ->> 0)
  THEN c.value ->> 1 ELSE '[]' END`;
