import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { confirmationState } from "../confirmation/confirmation-state.ts";
import { settingAtFault } from "../explain/refusal-words.ts";
import { whatMovesOn } from "../explain/what-moves-on.ts";
import { sayCount } from "../wording/say-count.ts";
import { sayDelivery } from "./say-delivery.ts";
import type { DeliveryStand, Stand } from "./stand.ts";
import { nameIn, type DestinationLookup, type StoryDelivery, type StoryLetter } from "./story.ts";

/** What needs somebody first, `failing` being pending after a try that failed; what is done comes last. */
const urgency: Record<DeliveryStatus | "unconfirmed" | "failing", number> = {
  dead: 0,
  failing: 1,
  unconfirmed: 2,
  held: 3,
  pending: 4,
  in_flight: 5,
  cancelled: 6,
  delivered: 7,
  confirmed: 8,
  skipped: 9,
};
const arrived: ReadonlySet<DeliveryStand["state"]> = new Set(["delivered", "confirmed"]);

/** A sentence tells of no more destinations than this. */
const mostTold = 5;

interface Given {
  lookup: DestinationLookup;
  nowMs: number;
}

/**
 * Where somebody stands whose deliveries these are: at each destination that has not got it, the worst first, or at those that have;
 * undefined without any.
 */
export function standOfDeliveries(
  deliveries: readonly StoryDelivery[],
  letters: readonly StoryLetter[],
  given: Given,
): Stand | undefined {
  const found = deliveries
    .map((delivery) => standOf(delivery, letters, given))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (b.delivery.settled_at ?? 0) - (a.delivery.settled_at ?? 0));
  // The first of each destination is what needs most there.
  const places = [...Map.groupBy(found, ({ stand }) => stand.destination_id).values()].flatMap(([worst]) =>
    worst === undefined ? [] : [worst],
  );
  const missing = places.filter(({ stand }) => !arrived.has(stand.state) && stand.state !== "skipped");
  const [first] = missing.length === 0 ? places : missing;
  if (first === undefined) return undefined;
  const told = missing.slice(0, mostTold).map(({ stand }) => stand);
  if (told.length === 0) return { ...first.stand, sentence: sayArrived(first.stand, places) };
  const rest = missing.length - told.length;
  const more = rest === 0 ? [] : [`${sayCount(rest, "more destination")} without it.`];
  const have = places.filter(({ stand }) => arrived.has(stand.state)).length;
  const others = have === 0 ? [] : [`${sayCount(have, "other")} ${have === 1 ? "has" : "have"} it.`];
  return {
    ...first.stand,
    sentence: [...told.map(({ sentence }) => sentence), ...more, ...others].join(" "),
    next:
      told.length === 1
        ? first.stand.next
        : told.map((stand) => `${stand.destination_name}: ${stand.next}`).join(" "),
    missing: told,
  };
}

interface Found {
  delivery: StoryDelivery;
  stand: DeliveryStand;
}

type LetterFacts = Pick<
  StoryLetter,
  "id" | "kind" | "cause" | "state" | "first_failed_at" | "last_failed_at"
>;

const standOf = (delivery: StoryDelivery, letters: readonly StoryLetter[], given: Given): Found => ({
  delivery,
  stand: standOfDelivery(delivery, letters.find(({ id }) => id === delivery.dead_letter_id) ?? null, given),
});

/** Where one delivery stands, by the letter of the failure that ended it last. */
export function standOfDelivery(
  delivery: StoryDelivery,
  letter: LetterFacts | null,
  { lookup, nowMs }: Given,
): DeliveryStand {
  const destination = lookup(delivery.destination_id) ?? null;
  const name = nameIn(lookup, delivery.destination_id);
  const dueAt = delivery.status === "pending" ? delivery.next_attempt_at : null;
  const isDown = destination?.health?.state === "down";
  const mend = whatToMend(delivery, letter, destination);
  return {
    state: confirmationState(delivery) === "unconfirmed" ? "unconfirmed" : delivery.status,
    sentence: sayDelivery(delivery, name, letter, isDown),
    next: whatMovesOn({ ...delivery, letter, destination }, nowMs),
    due_at: dueAt,
    is_due: dueAt !== null && dueAt <= nowMs,
    is_failing: delivery.status === "pending" && (delivery.attempts > 0 || isDown),
    delivery_id: delivery.public_id,
    destination_id: delivery.destination_id,
    destination_name: name,
    destination_state: stateOf(destination),
    ...(mend === undefined ? {} : { mend }),
    ...(letter === null
      ? {}
      : { dead_letter_id: letter.id, letter_state: letter.state, letter_kind: letter.kind }),
  };
}

/** What of the destination's settings is wrong, by what its receiver answered this delivery, or answered when it was switched off. */
function whatToMend(
  { status, last_status_code }: StoryDelivery,
  letter: LetterFacts | null,
  destination: ReturnType<DestinationLookup> | null,
): DeliveryStand["mend"] {
  if (status === "held" && destination?.disabled_reason === "gone") return "address";
  return letter?.state === "open" ? settingAtFault(letter.cause, last_status_code) : undefined;
}

/** Whether a destination is there, and on. */
export function stateOf(
  destination: ReturnType<DestinationLookup> | null,
): DeliveryStand["destination_state"] {
  if (!destination || destination.deleted) return "deleted";
  return destination.enabled ? "enabled" : "disabled";
}

/** What was given up comes behind all else. */
function rankOf({ delivery: { status, attempts }, stand }: Found): number {
  if (status === "dead" && stand.letter_state === "discarded") return urgency.skipped + 1;
  return urgency[status === "pending" && attempts > 0 ? "failing" : stand.state];
}

function sayArrived({ sentence }: DeliveryStand, places: readonly Found[]): string {
  const have = places.filter(({ stand }) => arrived.has(stand.state)).length;
  return have < 2 ? sentence : `All ${have} destinations have it.`;
}
