import type { z } from "@hono/zod-openapi";
import { letterWords } from "@leadrelay/core/explain/letter-words";
import { deliveryId } from "@leadrelay/core/ids/derived-id";
import type { DestinationLookup } from "@leadrelay/core/story/story";
import type { LetterDetails } from "@leadrelay/db/dead-letters/find-letter-details";
import type { ListedLetter } from "@leadrelay/db/dead-letters/listed-letter";
import type { ActorNames } from "../access/read-actor-names.ts";
import { personOf, type PersonOfLead } from "../pages/person-of.ts";
import { senderOf } from "./sender-of.ts";
import type { Contact } from "@leadrelay/core/masking/mask-contact";
import { listedError, shownError } from "../deliveries/shown-error.ts";
import { shownAttempts } from "../deliveries/to-delivery-details.ts";
import type { letterDetailsSchema, letterSchema } from "./letter-schema.ts";

/** What is known of a letter beside its row. */
interface Around {
  /** Its reader sees contacts masked. */
  masked: boolean;
  lead: PersonOfLead | null;
  /** Whom a submission that is no lead's is from. */
  sender: Contact | null;
  destinationName: string | null;
}

/** A letter as lists show it. */
export function toLetter(
  row: ListedLetter,
  { masked, lead, sender, destinationName }: Around,
): z.input<typeof letterSchema> {
  const { kind, event_id, destination_id } = row;
  const isOfDelivery = kind === "delivery" && event_id !== null && destination_id !== null;
  return {
    id: row.id,
    client_id: row.client_id,
    kind,
    cause: row.cause,
    state: row.state,
    what_happened: letterWords(row).happened,
    submission_id: row.submission_id,
    lead_id: lead?.public_id ?? null,
    ...personOf(lead ?? sender, masked),
    delivery_id: isOfDelivery ? deliveryId(event_id, destination_id) : null,
    destination_id,
    destination_name: destinationName,
    attempts: row.attempts,
    last_status_code: row.last_status_code,
    last_error: listedError(row.last_error, row.last_status_code, masked),
    fingerprint: row.fingerprint,
    first_failed_at: row.first_failed_at,
    last_failed_at: row.last_failed_at,
    settled_by: row.settled_by,
    settled_at: row.settled_at,
    // A person wrote it: it may name somebody.
    settle_reason: masked ? null : row.settle_reason,
    created_at: row.created_at,
  };
}

/** A letter with all that its reader may know of it. */
export const toLetterDetails = (
  letter: LetterDetails,
  {
    nameOf,
    destination,
    actions,
    next,
    payload,
    ...around
  }: Omit<Around, "lead" | "sender" | "destinationName"> & {
    nameOf: ActorNames;
    destination: ReturnType<DestinationLookup>;
    actions: z.input<typeof letterDetailsSchema>["actions"];
    /** What moves it on, for whoever asks. */
    next: string;
    /** What would be sent again; null for those who see contacts masked. */
    payload: unknown;
  },
): z.input<typeof letterDetailsSchema> => ({
  ...toLetter(letter, {
    ...around,
    lead: letter.lead,
    sender: senderOf(letter.message),
    destinationName: destination?.name ?? null,
  }),
  what_happened: letterWords(letter, destination?.changes).happened,
  last_error: shownError(letter.last_error, letter.last_status_code, around.masked),
  delivery_id: letter.delivery?.id ?? null,
  what_next: next,
  actions,
  settled_by_name: letter.settled_by === null ? null : nameOf(letter.settled_by),
  delivery_status: letter.delivery?.status ?? null,
  payload,
  ...shownAttempts(letter, around),
});
