import { destinationStanding, type DestinationStanding } from "@leadrelay/core/explain/destination-standing";
import { countIn } from "@leadrelay/core/tallies/tally";
import { readLimits } from "@leadrelay/db/destinations/destination";
import type { DestinationState } from "@leadrelay/db/destinations/destination-states";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { currentTallies } from "@leadrelay/db/tallies/current-tallies";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";

type Asked = Pick<
  DestinationState,
  "id" | "client_id" | "enabled" | "disabled_reason" | "disabled_at" | "limits_json" | "health"
>;

/** How destinations stand now, by their ids. Counts are read where one has limits, and cost no row where none has. */
export async function readStandings(
  scope: OperatorScope,
  destinations: readonly Asked[],
  { leadDatabase, now }: Pick<AdminDependencies, "leadDatabase" | "now">,
): Promise<ReadonlyMap<string, DestinationStanding>> {
  const nowMs = now();
  const limited = destinations.filter(({ limits_json = null }) => limits_json !== null);
  const databases = Map.groupBy(limited, ({ client_id }) => clientInScope(scope, client_id).database);
  const tallies = await Promise.all(
    [...databases].map(([database, own]) =>
      runOne(
        leadDatabase(database),
        currentTallies(scope, [...new Set(own.map(({ client_id }) => client_id))], nowMs),
      ),
    ),
  );
  // Names of what is counted are no two clients' alike.
  const countOf = countIn(new Map(tallies.flatMap((counts) => [...counts])));
  return new Map(
    destinations.map(({ enabled, limits_json = null, ...facts }) => [
      facts.id,
      destinationStanding(
        { ...facts, enabled: enabled === 1, limits: readLimits(limits_json) },
        countOf,
        nowMs,
      ),
    ]),
  );
}
