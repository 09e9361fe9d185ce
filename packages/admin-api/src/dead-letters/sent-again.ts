import type { LetterDetails } from "@leadrelay/db/dead-letters/find-letter-details";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { shownBody } from "../deliveries/shown-body.ts";

/** What a letter would have sent again: a submission goes back to the queue as it came, a delivery's event to its receiver. */
export async function sentAgain(
  { message, frozen, delivery, destination_id }: LetterDetails,
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "control" | "leadDatabase" | "sealer">,
): Promise<unknown> {
  if (message !== null || frozen === null) return message;
  if (delivery === null || destination_id === null) return frozen.payload;
  return shownBody(frozen, { id: delivery.id, destination_id }, scope, dependencies);
}
