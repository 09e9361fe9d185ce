import { z } from "@hono/zod-openapi";
import { waitingOfDestination } from "@leadrelay/db/deliveries/waiting-of-destination";
import { forgetTokens } from "@leadrelay/db/destination-tokens/destination-token";
import { updateDestination } from "@leadrelay/db/destinations/write-destination";
import { runOne } from "@leadrelay/db/run-batch";
import { clientInScope } from "../access/client-in-scope.ts";
import { readClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { destinationAnswer } from "./destination-answer.ts";
import { destinationParams, destinationSchema } from "./destination-schema.ts";
import { readDestination } from "./read-destination.ts";

const mostCounted = 1000;

export const deleteDestination = changeEndpoint({
  method: "delete",
  path: "/api/destinations/{destination_id}",
  operationId: "deleteDestination",
  tag: "Destinations",
  summary: "Delete a destination",
  description:
    "Nothing new is sent to it. A try under way is finished; what waits becomes `cancelled` when it comes due, and the answer says how much that is. To keep what waits, switch it off instead.",
  access: { permission: "config:write" },
  params: destinationParams,
  answer: z.object({
    destination: destinationSchema,
    waiting_deliveries: z
      .object({
        count: z.int().openapi({ description: `${mostCounted}: that many or more.` }),
        last_due_at: z.int().nullable(),
        what_happens: z.string(),
      })
      .openapi({ description: "What was still to be sent to it." }),
  }),
  async handle({ params, access: { scope }, dependencies }) {
    const before = await readDestination(params.destination_id, scope, dependencies);
    const lead = dependencies.leadDatabase(clientInScope(scope, before.client_id).database);
    const [waiting = { count: 0, last_due_at: null }] = await runOne(
      lead,
      waitingOfDestination(scope, before, mostCounted),
    );
    const waiting_deliveries = { ...waiting, what_happens: whatHappens(waiting.count) };
    const answer = async (destination: typeof before) => ({
      body: { destination: await destinationAnswer(destination, dependencies), waiting_deliveries },
      version: destination.updated_at,
    });
    if (before.deleted_at !== null) return { answer: await answer(before), audit: [] };
    const client = await readClient(before.client_id, scope, dependencies);
    const now = dependencies.now();
    const guard = versionGuard(scope, "destinations", before, null, now);
    const destination = { ...before, deleted_at: now, updated_at: guard.version };
    return {
      control: [guard.statement, ...updateDestination(scope, destination), forgetTokens(scope, destination)],
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "destination.deleted",
          subject: { kind: "destination", id: destination.id },
          detail: { name: destination.name, waiting_deliveries: waiting.count },
        },
      ],
      answer: await answer(destination),
      publish: { changed: { formIds: [], clientId: client.id } },
    };
  },
});

function whatHappens(count: number): string {
  if (count === 0) return "Nothing waits for it.";
  const many =
    count === mostCounted
      ? `${count} deliveries or more wait`
      : count === 1
        ? "1 delivery waits"
        : `${count} deliveries wait`;
  return `${many} for it: not sent any more, cancelled when due; held ones within minutes.`;
}
