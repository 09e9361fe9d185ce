import { nothingToSendReason } from "../conversions/nothing-to-send.ts";
import { optedOutWords } from "../reply/opted-out-words.ts";
import { confirmationState } from "../confirmation/confirmation-state.ts";
import { spokenTime } from "../wording/spoken-time.ts";
import type { StoryDelivery, StoryLetter } from "./story.ts";
import { wentOnTo } from "./went-on-to.ts";

/** Where a delivery to the destination of this name stands, in a sentence. @param isDown its destination is, by its health */
export function sayDelivery(
  delivery: StoryDelivery,
  name: string,
  letter: Pick<StoryLetter, "state"> | null,
  isDown = false,
): string {
  switch (delivery.status) {
    case "pending":
      if (isDown) return `It waits for ${name}, which takes nothing at present.`;
      return delivery.attempts === 0
        ? `It is about to be sent to ${name}.`
        : `${name} has not taken it yet: ${delivery.attempts} of ${delivery.max_attempts} attempts were made${sayAnswer(delivery)}.`;
    case "in_flight":
      return `It is being sent to ${name} at this moment.`;
    case "held":
      return `It is held for ${name}.`;
    case "delivered":
      return sayTaken(delivery, name);
    case "confirmed":
      return (delivery.unconfirmed_at ?? null) === null
        ? `${name} has it, and confirmed that.`
        : `${name} has it, and confirmed that late.`;
    case "dead":
      return letter?.state === "discarded"
        ? `${name} does not have it, and somebody gave that up.`
        : `${name} does not have it, and no attempt is left: it needs a person.`;
    case "cancelled":
      return `It was cancelled for ${name}.`;
    case "skipped":
      return saySkipped(delivery, name);
  }
}

function saySkipped({ last_error }: StoryDelivery, name: string): string {
  if (last_error?.startsWith(optedOutWords) === true)
    return `${name} sends nothing to whoever answered STOP.`;
  const nothing = nothingToSendReason(last_error);
  if (nothing !== null) return `Nothing of it was sent to ${name}: ${nothing}.`;
  const next = wentOnTo(last_error);
  if (next !== undefined) return `${name} did not take it, and it went on to ${next}.`;
  return `${name} had this person before, and did not take the lead again.`;
}

/** Of what must be confirmed that it was taken is half of it. */
function sayTaken(delivery: StoryDelivery, name: string): string {
  const { confirm_by, unconfirmed_at } = delivery;
  switch (confirmationState(delivery)) {
    case "waiting":
      return `${name} took it, and has until ${spokenTime(confirm_by ?? 0)} to confirm that.`;
    case "unconfirmed":
      return `${name} took it, and did not confirm that by ${spokenTime(unconfirmed_at ?? 0)}.`;
    case "confirmed":
    case null:
      return `${name} has it.`;
  }
}

const sayAnswer = ({ last_status_code }: StoryDelivery) =>
  last_status_code === null ? "" : `, the last answer was HTTP ${last_status_code}`;
