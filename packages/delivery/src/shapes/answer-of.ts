import { isNoticeType } from "@leadrelay/contracts/event-type";
import type { ClaimedDelivery } from "../claimed-delivery.ts";
import type { DeliveryDependencies } from "../delivery-dependencies.ts";
import type { WatchedAttempt } from "../perform-attempt.ts";
import { shapeUnread, type ShapedAnswer } from "./unread-answer.ts";

/** The shape of a 2xx that nobody read. None of a notice's own: no event may come of its delivery. */
export function answerOf(
  { delivery, destination }: ClaimedDelivery,
  { unread }: WatchedAttempt,
  { knownShapes, now }: Pick<DeliveryDependencies, "knownShapes" | "now">,
): { answer?: ShapedAnswer } {
  if (unread === undefined || isNoticeType(delivery.event.type)) return {};
  const day = Math.floor(now() / 86_400_000);
  const isKnown = (fingerprint: string) => knownShapes.isKnown(destination.id, fingerprint, day);
  return { answer: shapeUnread(unread, delivery.event.payload, isKnown) };
}
