import type { Channel } from "@leadrelay/contracts/channel";
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
  body: Pick<ParsedBody, "entries" | "notes">;
  context: RequestContext;
}

/** `honeypot`: a bot filled what no person sees, to be dropped and answered like any other. */
export type MadeMessage =
  | { kind: "made"; message: SubmissionMessage }
  | { kind: "honeypot" }
  | { kind: "incorrect"; problems: readonly ContactProblem[] };

/**
 * The message that a submission becomes, whichever door it came through; or why it becomes none.
 * @param botDetection Applies where the form says nothing of its own.
 */
export function makeMessage(
  { id, receivedAt, formKey, form, channel, body, context }: ReadSubmission,
  botDetection: boolean,
): MadeMessage {
  const fields = extractFields(body.entries, form.mapping);
  const isBot = fields.honeypot !== undefined;
  if (isBot && (form.botDetection ?? botDetection)) return { kind: "honeypot" };
  const problems = contactProblems(fields);
  if (problems.length > 0) return { kind: "incorrect", problems };
  const message: SubmissionMessage = {
    v: 1,
    type: "submission",
    submission_id: id,
    received_at: receivedAt,
    form_key: formKey,
    form: form.named,
    channel,
    is_bot: isBot,
    fields,
    payload: payloadOf(body.entries),
    notes: body.notes,
    context,
  };
  return { kind: "made", message };
}
