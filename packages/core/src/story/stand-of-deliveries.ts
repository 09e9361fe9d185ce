import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { whatMovesOn } from "../explain/what-moves-on.ts";
import type { Stand } from "./stand.ts";
import { nameIn, type DestinationLookup, type StoryDelivery, type StoryLetter } from "./story.ts";

/** What needs somebody first; what is done comes last. */
const urgency: Record<DeliveryStatus, number> = {
  dead: 0,
  held: 1,
  pending: 2,
  in_flight: 3,
  cancelled: 4,
  delivered: 5,
  confirmed: 6,
  skipped: 7,
};

/** Where somebody stands whose deliveries these are: at the one that needs most; undefined without any. */
export function standOfDeliveries(
  deliveries: readonly StoryDelivery[],
  letters: readonly StoryLetter[],
  { lookup, nowMs }: { lookup: DestinationLookup; nowMs: number },
): Stand | undefined {
  const letterOf = ({ dead_letter_id }: StoryDelivery) =>
    letters.find(({ id }) => id === dead_letter_id) ?? null;
  const isGivenUp = (delivery: StoryDelivery) =>
    delivery.status === "dead" && letterOf(delivery)?.state === "discarded";
  const sorted = deliveries.toSorted(
    (a, b) =>
      Number(isGivenUp(a)) - Number(isGivenUp(b)) ||
      urgency[a.status] - urgency[b.status] ||
      (b.settled_at ?? 0) - (a.settled_at ?? 0),
  );
  const [first, ...rest] = sorted;
  if (first === undefined) return undefined;
  const others = rest.length === 0 ? "" : ` Of ${deliveries.length} deliveries that is the one to look at.`;
  const letter = letterOf(first);
  return {
    state: first.status,
    sentence: sentenceOf(first, nameIn(lookup, first.destination_id), isGivenUp(first)) + others,
    next: whatMovesOn({ ...first, letter, destination: lookup(first.destination_id) ?? null }, nowMs),
    delivery_id: first.public_id,
    destination_id: first.destination_id,
    ...(letter === null
      ? {}
      : { dead_letter_id: letter.id, letter_state: letter.state, letter_kind: letter.kind }),
  };
}

function sentenceOf(delivery: StoryDelivery, name: string, isGivenUp: boolean): string {
  switch (delivery.status) {
    case "pending":
      return delivery.attempts === 0
        ? `It is about to be sent to ${name}.`
        : `${name} has not taken it yet: ${delivery.attempts} of ${delivery.max_attempts} attempts were made.`;
    case "in_flight":
      return `It is being sent to ${name} at this moment.`;
    case "held":
      return `It is held for ${name}.`;
    case "delivered":
      return `${name} has it.`;
    case "confirmed":
      return `${name} has it, and confirmed that.`;
    case "dead":
      return isGivenUp
        ? `${name} does not have it, and somebody gave that up.`
        : `${name} does not have it, and no attempt is left: it needs a person.`;
    case "cancelled":
      return `It was cancelled for ${name}.`;
    case "skipped":
      return `${name} must not hear of it.`;
  }
}
