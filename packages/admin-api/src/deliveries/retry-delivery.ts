import { destinationStates } from "@leadrelay/db/destinations/destination-states";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { replayDelivery } from "@leadrelay/delivery/replay/replay-delivery";
import { agencyOf } from "../access/agency-of.ts";
import { requireActor } from "../access/require-actor.ts";
import { readStandings } from "../destination-standings/read-standings.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { notFound } from "../problems/api-problem.ts";
import { deliveryChangeSchema, deliveryParams } from "./delivery-schema.ts";
import { refused } from "./refusals.ts";

export const retryDelivery = changeEndpoint({
  method: "post",
  path: "/api/deliveries/{delivery_id}/retry",
  operationId: "retryDelivery",
  tag: "Deliveries",
  summary: "Send a delivery again now",
  description:
    "What is dead, cancelled, skipped because its receiver had the person, held by a destination that is enabled again, or waits for a later attempt; under the same delivery id, so that a receiver can drop what it has. Its retry schedule starts anew, its open dead letter is closed.",
  access: { permission: "deliveries:replay" },
  params: deliveryParams,
  answer: deliveryChangeSchema,
  async handle({ params, access, dependencies }) {
    const by = requireActor(access).id;
    const change = await replayDelivery(
      access.scope,
      { deliveryId: params.delivery_id, by },
      dependencies.replays,
    );
    if (change.kind === "not_found") throw notFound("delivery");
    if (change.kind === "refused")
      throw refused(change.reason, { ...change.subject, delivery_id: change.subject.public_id });
    const { client_id, public_id, status, attempts } = change.subject;
    return {
      lead: change.lead,
      decideAnew: true,
      afterwards: change.wake,
      audit: [
        {
          agencyId: agencyOf(access, client_id),
          clientId: client_id,
          action: "delivery.retried",
          subject: { kind: "delivery", id: public_id },
          detail: { was: status, attempts },
        },
      ],
      answer: {
        body: {
          id: public_id,
          status: "pending" as const,
          what_next: await whatNext(change.subject, access.scope, dependencies),
        },
      },
    };
  },
});

const keepsWaiting = new Set(["closed", "full", "behind"]);

/** When it goes out: a destination that is full or out of hours holds what is asked for by name, too. */
async function whatNext(
  { destination_id, attempts }: { destination_id: string; attempts: number },
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<string> {
  const states = await runOne(dependencies.control, destinationStates(scope, [destination_id]));
  const standing = (await readStandings(scope, states, dependencies)).get(destination_id);
  const [destination] = states;
  return destination === undefined || standing === undefined || !keepsWaiting.has(standing.state)
    ? `It is sent again within a minute: attempt ${attempts + 1} is due.`
    : `${destination.name} ${standing.words}: it is held until then, and goes out as attempt ${attempts + 1}. \`leadrelay destination limits ${destination_id}\` changes what it takes, and when.`;
}
