import type { Outage, SubmissionMessage } from "@leadrelay/contracts/submission-message";
import type { Facts } from "@leadrelay/core/decide/facts";
import { noOutage } from "@leadrelay/core/outage/outage-state";

/** A submission on its way: the queue's message and what it carries, its form resolved. */
export interface Pending {
  message: Message;
  body: SubmissionMessage;
  /** See `Received`. */
  read?: Pick<Facts, "identities" | "leads">;
  form: NonNullable<SubmissionMessage["form"]>;
  /** The whole parsed body as JSON text, fetched from KV where it was too big for the message. */
  payloadJson: string;
  /** KV did not give the payload in time: the known fields stand in its place, and what KV may have stays there. */
  payloadUnread?: boolean;
}

/** What a message carries of an outage it lives through. */
export const outageOf = (pending: Pick<Pending, "body">): Outage => pending.body.outage ?? noOutage;

/** The same submission with another outage state. */
export const withOutage = <Each extends Pick<Pending, "body">>(pending: Each, outage: Outage): Each => ({
  ...pending,
  body: { ...pending.body, outage },
});
