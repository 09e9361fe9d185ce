import type { Channel } from "@leadrelay/contracts/channel";
import type { HoneypotMode } from "@leadrelay/contracts/honeypot-mode";
import type { RequestContext, SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { contactProblems, type ContactProblem } from "@leadrelay/core/fields/contact";
import { extractFields } from "@leadrelay/core/fields/extract-fields";
import type { EdgeForm } from "../forms/edge-form.ts";
import type { ParsedBody } from "./body/parsed-body.ts";
import { payloadOf } from "./payload.ts";

/** A submission as a door read it, before anything was asked of it. */
export interface ReadSubmission {
  /** Constant over a sender's repetitions: the copies are one submission. */
  id: string;
  /** ms UTC. */
  receivedAt: number;
  formKey: string;
  form: EdgeForm;
  channel: Channel;
  /** See `SubmissionMessage`. */
  byBrowser?: boolean;
  body: Pick<ParsedBody, "entries" | "notes">;
  context: RequestContext;
}

/**
 * `honeypot`: it is filled, and this is what becomes of the message; null where it is empty. `dropped`: its honeypot is filled, and it is
 * to be answered like any other.
 */
export type MadeMessage =
  | { kind: "made"; message: SubmissionMessage; honeypot: Exclude<HoneypotMode, "log"> | null }
  | { kind: "dropped" }
  | { kind: "incorrect"; problems: readonly ContactProblem[]; hasContact: boolean };

/**
 * The message that a submission becomes, whichever door it came through; or why it becomes none.
 * @param honeypotMode Applies where the form says nothing of its own.
 */
export function makeMessage(
  { id, receivedAt, formKey, form, channel, byBrowser = false, body, context }: ReadSubmission,
  honeypotMode: HoneypotMode,
): MadeMessage {
  const { fields, otherPhones } = extractFields(body.entries, form.mapping);
  const honeypot = fields.honeypot === undefined ? null : (form.honeypotMode ?? honeypotMode);
  if (honeypot === "log") return { kind: "dropped" };
  const problems = contactProblems(fields);
  const hasContact = fields.email !== undefined || fields.phone !== undefined;
  if (problems.length > 0)
    // A bot learns nothing from the answer, and nothing could come of what is kept.
    return honeypot === "quarantine" ? { kind: "dropped" } : { kind: "incorrect", problems, hasContact };
  const message: SubmissionMessage = {
    v: 1,
    type: "submission",
    submission_id: id,
    received_at: receivedAt,
    form_key: formKey,
    form: form.named,
    channel,
    ...(byBrowser && { by_browser: true }),
    is_bot: honeypot !== null,
    ...(honeypot === "quarantine" ? { quarantine: "kept" } : {}),
    fields,
    ...(otherPhones.length > 0 && { other_phones: otherPhones }),
    payload: payloadOf(body.entries),
    notes: body.notes,
    context,
  };
  return { kind: "made", honeypot, message };
}
