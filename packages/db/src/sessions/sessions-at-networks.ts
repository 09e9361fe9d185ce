import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** An address of a client's visitors, as sessions are kept under it, at a time in ms UTC. */
export interface NetworkProbe {
  client_id: string;
  network: string;
  at: number;
}

/** What an address did in the 24 hours before; both counted to a hundred sessions. */
export interface NetworkUse {
  sessions: number;
  submissions: number;
}

const mostCounted = 100;
const dayMs = 86_400_000;

/** What each of these addresses did, in their order. */
export const sessionsAtNetworks = (
  _scope: PipelineScope,
  probes: readonly NetworkProbe[],
): Statement<NetworkUse[]> => {
  const given = probes.map(({ client_id, network, at }) => [
    client_id,
    network,
    Math.floor(at / dayMs),
    at - dayMs,
  ]);
  const there = sql`
    SELECT s.last_seen_at, s.submissions, s.submitted_at FROM sessions AS s
    WHERE s.day IN (j.value ->> 2, (j.value ->> 2) - 1) AND s.client_id = j.value ->> 0 AND s.network = j.value ->> 1
    LIMIT ${mostCounted}`;
  return rowsOf(
    sql<NetworkUse>`
      SELECT
        (SELECT count(*) FROM (${there}) AS t WHERE t.last_seen_at >= j.value ->> 3) AS sessions,
        (SELECT coalesce(sum(t.submissions), 0) FROM (${there}) AS t WHERE t.submitted_at >= j.value ->> 3) AS submissions
      FROM json_each(${JSON.stringify(given)}) AS j ORDER BY j.key`.compile(queries),
    (row) => row,
  );
};
