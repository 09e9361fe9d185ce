import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** A network an address may be listed under; look-ups are by key, so candidates are spelled out. */
export interface IpCandidate {
  client_id: string;
  cidr: string;
}
export type IpEntry =
  | (IpCandidate & { list: "blocked"; usage: null })
  | (IpCandidate & { list: "allowed"; usage: "testing" | "internal" });

/** List entries in force at `nowMs` for the candidates. */
export const ipEntries = (
  _scope: PipelineScope,
  candidates: readonly IpCandidate[],
  nowMs: number,
): Statement<IpEntry[]> => {
  const json = JSON.stringify(candidates.map(({ client_id, cidr }) => [client_id, cidr]));
  return rowsOf(
    sql<IpEntry>`
      SELECT 'blocked' AS list, b.client_id, b.cidr, NULL AS usage
      FROM json_each(${json}) AS j
      CROSS JOIN blocked_ips AS b ON b.client_id = j.value ->> 0 AND b.cidr = j.value ->> 1
      WHERE b.expires_at IS NULL OR b.expires_at > ${nowMs}
      UNION ALL
      SELECT 'allowed', a.client_id, a.cidr, a.usage
      FROM json_each(${json}) AS j
      CROSS JOIN allowed_ips AS a ON a.client_id = j.value ->> 0 AND a.cidr = j.value ->> 1
      WHERE a.expires_at IS NULL OR a.expires_at > ${nowMs}`.compile(queries),
    (row) => row,
  );
};
