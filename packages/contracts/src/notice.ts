import * as z from "zod/mini";
import type { LeadPayload } from "./lead-payload.ts";
import type { NoticeType } from "./event-type.ts";
import {
  counted,
  deadLettersPart,
  leadParts,
  namedDestination,
  signalParts as parts,
  upTo,
} from "./notice-parts.ts";

/** What every notice has; `Type` fixes which one it is. */
const common = <Type extends NoticeType>(type: Type) => ({
  v: z.literal(1),
  type: z.literal(type),
  /** When that began or came to be. */
  happened_at: z.int(),
  client_id: upTo(100),
  /** What happened, in a sentence. Names no person: whoever shows it puts the lead beside it, masked where that is asked for. */
  summary: upTo(500),
  /** What moves it on, with the command to type. */
  what_next: upTo(500),
});

/** Of a lead: `destination` is where it came from, if from one. */
const ofLead = <Type extends NoticeType>(type: Type) => ({
  ...common(type),
  lead_id: upTo(100),
  destination: z.nullable(namedDestination),
});

/** For the people who look after the destination. */
const ofDestination = <Type extends NoticeType>(type: Type) => ({
  ...common(type),
  destination: namedDestination,
});

/**
 * An event that is no submission, as a destination is told it: of a lead (something happened to it besides), or of a destination, for the people
 * who look after it. Times in ms UTC. Another shape is another `v`.
 */
export const noticeSchema = z.discriminatedUnion("type", [
  z.object({ ...ofLead("lead.status_changed"), ...leadParts["lead.status_changed"] }),
  z.object({ ...ofLead("lead.note_added"), ...leadParts["lead.note_added"] }),
  z.object({ ...ofLead("lead.replied"), ...leadParts["lead.replied"] }),
  z.object({ ...ofLead("lead.crm_linked"), ...leadParts["lead.crm_linked"] }),
  z.object({ ...ofLead("lead.crm_activity"), ...leadParts["lead.crm_activity"] }),
  z.object({ ...ofLead("lead.returned"), ...leadParts["lead.returned"] }),
  z.object({ ...ofDestination("destination.down"), dead_letters: z.null() }),
  z.object({ ...ofDestination("destination.recovered"), dead_letters: z.null() }),
  z.object({ ...ofDestination("destination.disabled"), dead_letters: z.null() }),
  z.object({ ...ofDestination("delivery.dead_lettered"), dead_letters: deadLettersPart }),
  z.object({ ...ofDestination("delivery.failing"), failing: parts["delivery.failing"] }),
  z.object({
    ...ofDestination("delivery.recovered"),
    recovered: z.extend(parts["delivery.recovered"], { failing_since: z.int() }),
  }),
  z.object({
    ...ofDestination("delivery.unconfirmed"),
    unconfirmed: z.extend(parts["delivery.unconfirmed"], counted),
  }),
  z.object({ ...ofDestination("delivery.suspect"), suspect: parts["delivery.suspect"] }),
  z.object({ ...ofDestination("destination.capped"), capped: parts["destination.capped"] }),
  z.object({ ...ofDestination("workflow.step_run"), step: z.extend(parts["workflow.step_run"], counted) }),
]);
export type Notice = z.infer<typeof noticeSchema>;

/** A notice of one type. */
export type NoticeOf<Type extends NoticeType> = Extract<Notice, { type: Type }>;

/** A notice, and the lead it is about or is told by, as it was sent; null: it is about none, or nothing of it is kept. */
export interface ToldNotice {
  notice: Notice;
  lead: LeadPayload | null;
}
