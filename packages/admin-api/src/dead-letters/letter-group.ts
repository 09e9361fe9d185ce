import { deadLetterKinds } from "@leadrelay/contracts/dead-letter";
import { z } from "@hono/zod-openapi";
import { groupNext } from "@leadrelay/core/explain/group-next";
import { letterWords } from "@leadrelay/core/explain/letter-words";
import type { DestinationLookup } from "@leadrelay/core/story/story";
import type { Contact } from "@leadrelay/core/masking/mask-contact";
import type { DeadLetterGroup } from "@leadrelay/db/dead-letters/dead-letter-groups";
import { contactFields } from "../pages/contact-fields.ts";
import { personOf } from "../pages/person-of.ts";
import { listedError } from "../deliveries/shown-error.ts";

export const groupSchema = z
  .object({
    client_id: z.string().nullable(),
    destination_id: z.string().nullable(),
    destination_name: z.string().nullable(),
    kind: z.enum(deadLetterKinds),
    cause: z.string(),
    status_code: z.int().nullable().openapi({ description: "The receiver's last answer." }),
    fingerprint: z.string().openapi({
      description: "With destination, kind, cause and status code it names the group; a filter takes it.",
    }),
    what_happened: z.string().openapi({ description: "In plain words." }),
    what_next: z.string(),
    open_count: z.int(),
    total: z.int().openapi({ description: "Letters of every state." }),
    first_failed_at: z.int().openapi({ description: "Milliseconds UTC." }),
    last_failed_at: z.int(),
    sample_letter_id: z.string().openapi({
      description: "The letter that came in last; it may be settled. Whose it is, is told beside it.",
    }),
    ...contactFields,
    sample_error: z.string().nullable().openapi({
      description:
        "Without the receiver's words for those who see contacts masked, and for all where they seem to quote a contact: the sample letter has them.",
    }),
  })
  .openapi("DeadLetterGroup");

/** A group as its reader may see it. */
export function toGroup(
  group: DeadLetterGroup,
  {
    masked,
    destination,
    person,
  }: { masked: boolean; destination: ReturnType<DestinationLookup>; person: Contact | null },
): z.input<typeof groupSchema> {
  const { happened } = letterWords(
    { ...group, id: group.sample_letter_id, state: "open", last_status_code: group.status_code },
    destination?.changes,
  );
  return {
    client_id: group.client_id,
    destination_id: group.destination_id,
    destination_name: destination?.name ?? null,
    kind: group.kind,
    cause: group.cause,
    status_code: group.status_code,
    fingerprint: group.fingerprint,
    what_happened: happened,
    what_next: groupNext(group),
    open_count: group.open_count,
    total: group.total,
    first_failed_at: group.first_failed_at,
    last_failed_at: group.last_failed_at,
    sample_letter_id: group.sample_letter_id,
    ...personOf(person, masked),
    sample_error: listedError(group.sample_error, group.status_code, masked),
  };
}
