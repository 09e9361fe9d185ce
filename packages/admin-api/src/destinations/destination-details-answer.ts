import type { z } from "@hono/zod-openapi";
import type { DestinationChange } from "@leadrelay/core/explain/destination-change";
import { destinationNext } from "@leadrelay/core/explain/destination-next";
import { sayCaps } from "@leadrelay/core/limits/say-limits";
import { whyWaits } from "@leadrelay/core/limits/why-waits";
import { countIn } from "@leadrelay/core/tallies/tally";
import { countUnconfirmed } from "@leadrelay/db/confirmations/unconfirmed-deliveries";
import { destinationChanges } from "@leadrelay/db/destinations/destination-changes";
import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { destinationStates, type DestinationState } from "@leadrelay/db/destinations/destination-states";
import { destinationWaits } from "@leadrelay/db/destinations/destination-waits";
import { routeOfDestination } from "@leadrelay/db/routes/route-of-destination";
import { runBoth } from "@leadrelay/db/run-batch";
import { currentTallies } from "@leadrelay/db/tallies/current-tallies";
import type { OperatorScope } from "@leadrelay/db/scope";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { destinationAnswer } from "./destination-answer.ts";
import { shapedBy } from "./shaped-by.ts";
import { mostWaiting, type destinationDetailsSchema } from "./destination-schema.ts";

const downOf = ([state]: readonly DestinationState[]) =>
  state?.health?.state === "down" ? state.health : null;

/** What was not confirmed is told for so long. */
const missedMs = 7 * 86_400_000;

/** What is said of a destination is of leads of no source in particular. */
const anyLead = { source: null, form_id: null };

/** A destination with what has not arrived there, and what would move that on. @param change that is about to be committed */
export async function destinationDetailsAnswer(
  destination: DestinationDetails,
  scope: OperatorScope,
  dependencies: AdminDependencies,
  change: readonly DestinationChange[] = [],
): Promise<z.output<typeof destinationDetailsSchema>> {
  const { id, client_id, enabled, deleted_at, disabled_reason, disabled_at } = destination;
  const { database } = clientInScope(scope, client_id);
  const nowMs = dependencies.now();
  const [[waits, tallies, [missed]], [before, [route = null], states]] = await runBoth(
    {
      d1: dependencies.leadDatabase(database),
      statements: [
        destinationWaits(scope, destination, mostWaiting),
        currentTallies(scope, [client_id], nowMs),
        countUnconfirmed(scope, [destination], { since: nowMs - missedMs, limit: mostWaiting }),
      ],
    },
    {
      d1: dependencies.control,
      statements: [
        destinationChanges(scope, [id]),
        routeOfDestination(scope, id),
        destinationStates(scope, [id]),
      ],
    },
  );
  const { held, pending, dead } = waits;
  const unconfirmed = missed?.count ?? 0;
  const { limits } = destination;
  const waiting =
    limits === null ? null : whyWaits({ id, enabled, limits }, anyLead, countIn(tallies), nowMs);
  return {
    ...(await destinationAnswer(destination, dependencies)),
    route,
    shaped: shapedBy(destination.shape_json),
    waits: { held, pending, dead, unconfirmed },
    what_next: destinationNext({
      id,
      enabled,
      deleted: deleted_at !== null,
      disabled_reason,
      disabled_at,
      changes: [...change, ...(before.get(id) ?? [])],
      ...waits,
      unconfirmed,
      // What waits behind others goes out with them.
      waiting: waiting?.reason === "closed" || waiting?.reason === "capped" ? waiting.words : null,
      // A change forgets what its tries said of it.
      down: change.length > 0 ? null : downOf(states),
      caps: limits === null ? [] : sayCaps({ id, limits }, countIn(tallies), nowMs),
      most: mostWaiting,
    }),
  };
}
