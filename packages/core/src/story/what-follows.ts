import { deliveryLetterId } from "../ids/derived-id.ts";
import type { StoryAttempt, StoryDelivery, StoryLetter } from "./story.ts";

/**
 * What came after an attempt that was not taken: another · `dead`: none, the delivery died with it · `held`: another once its destination
 * is on again · `cancelled`: somebody kept the next from being made.
 */
export type Following = "again" | "dead" | "held" | "cancelled";

/** What follows an attempt; a delivery that died and was sent again died with the attempt its letter is named after. */
export function whatFollows(
  { number }: Pick<StoryAttempt, "number">,
  delivery: Pick<StoryDelivery, "public_id" | "status" | "attempts"> | undefined,
  letters: readonly Pick<StoryLetter, "id">[],
): Following {
  if (delivery === undefined) return "again";
  const letterId = deliveryLetterId(delivery.public_id, number);
  if (letters.some(({ id }) => id === letterId)) return "dead";
  if (number < delivery.attempts) return "again";
  const { status } = delivery;
  return status === "dead" || status === "held" || status === "cancelled" ? status : "again";
}
