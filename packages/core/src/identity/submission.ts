import type { Attribution } from "@leadrelay/contracts/attribution";
import type { Channel } from "@leadrelay/contracts/channel";
import type { EventType } from "@leadrelay/contracts/event-type";
import type { DirectAttempt, RequestContext } from "@leadrelay/contracts/submission-message";
import type { SubmissionFields } from "@leadrelay/contracts/submission-fields";
import type { ContactValues } from "./contact-values.ts";

/** `message_json`: what a release puts back on the queue, without its payload. */
type Quarantine = { kind: "kept"; message_json: string } | { kind: "released" };

/** A submission ready to be decided: its form resolved, its contact details normalised. */
export interface Submission {
  submission_id: string;
  /** ms UTC. */
  received_at: number;
  client_id: string;
  form_id: string;
  channel: Channel;
  is_bot: boolean;
  /** Its honeypot is filled: to be kept apart, or let through by a person since. Absent in all others. */
  quarantine?: Quarantine | undefined;
  /** Its address posted to this form faster than the intake rate. */
  over_rate: boolean;
  /** A browser sent it, as that says of itself; absent or false: nobody says so. */
  by_browser?: boolean;
  /** Its address is on the client's list, and a person let it through. */
  block_lifted: boolean;
  fields: SubmissionFields;
  /** What else the body had for a phone number: see `SubmissionMessage`. */
  other_phones?: readonly string[] | undefined;
  contact: ContactValues;
  attribution: Attribution;
  project_key: string;
  context: RequestContext;
  /** The whole parsed body as JSON text. */
  payload_json: string;
  notes: readonly string[];
  /** Sends made while D1 was down, by destination id. */
  direct: Readonly<Record<string, readonly DirectAttempt[]>>;
  /** What they told; absent: `lead.created`. */
  direct_event?: EventType | undefined;
  /** It was not sent then: a repeat of this submission, which was; null: of a lead that D1 had. Absent in all others. */
  repeats?: string | null | undefined;
}
