import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { cancelDelivery as cancelStatements } from "@leadrelay/db/replays/change-delivery";
import { findSentDelivery, type SentDelivery } from "@leadrelay/db/deliveries/find-sent-delivery";
import type { OperatorScope } from "@leadrelay/db/scope";
import { findAnywhere } from "./find-anywhere.ts";
import type { ReplayDependencies } from "./replay-dependencies.ts";
import type { RefusalReason, SingleChange } from "./single-change.ts";

/** Why a delivery in this state cannot be cancelled; null where it can. Of a dead one the letter is discarded instead. */
const refusals: Record<DeliveryStatus, RefusalReason | null> = {
  pending: null,
  held: null,
  in_flight: "under_way",
  dead: "dead",
  delivered: "delivered",
  confirmed: "delivered",
  cancelled: "cancelled",
  skipped: "cancelled",
};

/** Ends one delivery that waits to be sent, or is held. */
export async function cancelDelivery(
  scope: OperatorScope,
  deliveryId: string,
  { leadDatabase, now }: Pick<ReplayDependencies, "leadDatabase" | "now">,
): Promise<SingleChange<SentDelivery>> {
  const databases = scope.clients.map(({ database }) => database);
  const known = await findAnywhere(databases, leadDatabase, findSentDelivery(scope, deliveryId));
  if (known === undefined) return { kind: "not_found" };
  const { database, found } = known;
  const reason = refusals[found.status];
  if (reason !== null) return { kind: "refused", subject: found, reason };
  const statements = cancelStatements(scope, found, now());
  return { kind: "ready", subject: found, lead: { database, statements }, wake: async () => {} };
}
