import * as z from "zod/mini";
import { alertTypes } from "./event-type.ts";
import type { LeadPayload } from "./lead-payload.ts";

const text = (most: number) => z.string().check(z.maxLength(most));

/**
 * An event for the people who look after destinations, as a destination such as the team's chat is told it. Times in ms UTC. Another shape is
 * another `v`.
 */
export const alertSchema = z.object({
  v: z.literal(1),
  type: z.enum(alertTypes),
  /** When that began or came to be. */
  happened_at: z.int(),
  client_id: text(100),
  /** Which destination it is about. */
  destination: z.object({ id: text(100), name: text(200), kind: text(50) }),
  /** What happened, in a sentence. */
  summary: text(500),
  /** What moves it on, with the command to type. */
  what_next: text(500),
  /** Of a `delivery.dead_lettered`: why, how many are open for that reason, and one of them. */
  dead_letters: z.nullable(
    z.object({
      cause: text(50),
      status_code: z.nullable(z.int()),
      /** The receiver's words, without what looks like a contact detail. */
      error: z.nullable(text(300)),
      fingerprint: text(100),
      open: z.int(),
      sample_id: text(100),
    }),
  ),
});
export type Alert = z.infer<typeof alertSchema>;

/** An alert and the lead it is told by, if it is about leads. */
export interface ToldAlert {
  alert: Alert;
  lead: LeadPayload | null;
}
