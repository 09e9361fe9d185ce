import type { DeadLetterKind } from "@leadrelay/contracts/dead-letter";
import { sha256 } from "@noble/hashes/sha2.js";
import { stringify } from "uuid";

const encoder = new TextEncoder();

/**
 * A UUIDv8 that is the same for the same parts: SHA-256 over the length-prefixed parts, so no two lists of parts collide.
 * Child ids are derived this way, so that a message handled twice names the same event and delivery.
 */
export function derivedId(...parts: readonly string[]): string {
  const text = parts.map((part) => `${part.length}:${part}`).join("");
  const bytes = sha256(encoder.encode(text)).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return stringify(bytes);
}

/** The event of a type that a submission produced. */
export const eventId = (submissionId: string, type: string) => derivedId("event", submissionId, type);

/** The delivery of an event to a destination. */
export const deliveryId = (event: string, destinationId: string) =>
  derivedId("delivery", event, destinationId);

/**
 * The letter of a kind about a submission (or, where a message is none, about its text): the same failure recorded twice is one letter,
 * and one that failed again after it was settled opens anew.
 */
export const deadLetterId = (kind: DeadLetterKind, subject: string) =>
  derivedId("dead_letter", kind, subject);

/** The letter of a delivery that stopped at this attempt. */
export const deliveryLetterId = (deliveryPublicId: string, attempts: number) =>
  derivedId("dead_letter", deliveryPublicId, String(attempts));
