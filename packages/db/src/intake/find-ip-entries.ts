import type { NetworkUsage } from "@leadrelay/contracts/network-usage";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Every network around a client's callers that its lists may hold. */
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
  | (ListedNetwork & { list: "allowed"; usage: NetworkUsage });

/**
 * List entries in force at `nowMs`, among them all that the candidates name. A list shorter than its client's candidates is read
 * whole; of a longer one only the candidates are looked up.
 */
export const ipEntries = (
  _scope: PipelineScope,
  candidates: readonly IpCandidates[],
  nowMs: number,
): Statement<IpEntry[]> => {
  const json = JSON.stringify(candidates.map(({ client_id, cidrs }) => [client_id, cidrs]));
  const fewest = Math.min(...candidates.map(({ cidrs }) => cidrs.length));
  return rowsOf(
    sql<IpEntry>`
      SELECT 'blocked' AS list, entry.client_id, entry.cidr, NULL AS usage
      FROM ${wholeList("blocked_ips", json, fewest)} WHERE ${inForceAt(nowMs)}
      UNION ALL
      SELECT 'blocked', entry.client_id, entry.cidr, NULL
      FROM ${namedEntries("blocked_ips", json, fewest)} WHERE ${inForceAt(nowMs)}
      UNION ALL
      SELECT 'allowed', entry.client_id, entry.cidr, entry.usage
      FROM ${wholeList("allowed_ips", json, fewest)} WHERE ${inForceAt(nowMs)}
      UNION ALL
      SELECT 'allowed', entry.client_id, entry.cidr, entry.usage
      FROM ${namedEntries("allowed_ips", json, fewest)} WHERE ${inForceAt(nowMs)}`.compile(queries),
    (row) => row,
  );
};

type List = "blocked_ips" | "allowed_ips";

/** SQL: the list of client `c` has fewer entries than this. */
const isShorter = (list: List, than: number) => sql`(
  SELECT count(*) FROM (SELECT 1 FROM ${sql.raw(list)} AS counted WHERE counted.client_id = c.value ->> 0 LIMIT ${than})
) < ${than}`;

/** CASE, because SQLite would ask a condition again for every row. */
const wholeList = (list: List, json: string, fewest: number) => sql`
  json_each(${json}) AS c
  CROSS JOIN ${sql.raw(list)} AS entry
  ON entry.client_id = CASE WHEN ${isShorter(list, fewest)} THEN c.value ->> 0 END`;

const namedEntries = (list: List, json: string, fewest: number) => sql`
  json_each(${json}) AS c
  CROSS JOIN json_each(CASE WHEN ${isShorter(list, fewest)} THEN '[]' ELSE c.value ->> 1 END) AS j
  CROSS JOIN ${sql.raw(list)} AS entry ON entry.client_id = c.value ->> 0 AND entry.cidr = j.value`;

const inForceAt = (nowMs: number) => sql`(entry.expires_at IS NULL OR entry.expires_at > ${nowMs})`;
