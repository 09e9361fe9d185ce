import type { ReplyPolicy } from "@leadrelay/contracts/reply-policy";
import { readEmail } from "../fields/read-email.ts";

/** A submission as far as an answer to the person goes. */
export interface AnsweredLead {
  /** It is the first of its lead. */
  isNew: boolean;
  isTest: boolean;
  /** 0 to 100. */
  suspicion: number;
  /** As the lead has them: what cannot be read stands there as it was typed. */
  email: string | null;
  phone: string | null;
  /** They said that they want no messages at that number. */
  isOptedOut: boolean;
}

/**
 * Why the person gets no reply, or null: once for a lead, so only with its first submission; never for a test, or where it may be no person; and only where
 * they left what reaches them.
 */
export function whyNoReply({ channel, most_suspicion }: ReplyPolicy, lead: AnsweredLead) {
  if (lead.isTest) return "takes_no_tests";
  if (!lead.isNew) return "not_a_new_lead";
  if (lead.suspicion > most_suspicion) return "too_suspicious";
  const isReached =
    channel === "email" ? readEmail(lead.email ?? "") !== null : asWeWrite.test(lead.phone ?? "");
  if (!isReached) return "no_address";
  return channel === "phone" && lead.isOptedOut ? "opted_out" : null;
}

/** One number that could be read. Of a text with two of them nobody knows which one takes a message. */
const asWeWrite = /^\+\d{1,3}-\d{4,14}(?: x\d+)?$/;
