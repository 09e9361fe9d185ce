import type { z } from "@hono/zod-openapi";
import type { DestinationChange } from "@leadrelay/core/explain/destination-change";
import { destinationNext } from "@leadrelay/core/explain/destination-next";
import { destinationChanges } from "@leadrelay/db/destinations/destination-changes";
import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { destinationWaits } from "@leadrelay/db/destinations/destination-waits";
import { runBoth } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { destinationAnswer } from "./destination-answer.ts";
import { mostWaiting, type destinationDetailsSchema } from "./destination-schema.ts";

/** A destination with what has not arrived there, and what would move that on. @param change that is about to be committed */
export async function destinationDetailsAnswer(
  destination: DestinationDetails,
  scope: OperatorScope,
  dependencies: AdminDependencies,
  change: readonly DestinationChange[] = [],
): Promise<z.output<typeof destinationDetailsSchema>> {
  const { id, client_id, enabled, deleted_at, disabled_reason, disabled_at } = destination;
  const { database } = clientInScope(scope, client_id);
  const [[waits], [before]] = await runBoth(
    {
      d1: dependencies.leadDatabase(database),
      statements: [destinationWaits(scope, destination, mostWaiting)],
    },
    { d1: dependencies.control, statements: [destinationChanges(scope, [id])] },
  );
  const { held, pending, dead } = waits;
  return {
    ...(await destinationAnswer(destination, dependencies)),
    waits: { held, pending, dead },
    what_next: destinationNext({
      id,
      enabled,
      deleted: deleted_at !== null,
      disabled_reason,
      disabled_at,
      changes: [...change, ...(before.get(id) ?? [])],
      ...waits,
      most: mostWaiting,
    }),
  };
}
