import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { attributionOf } from "@leadrelay/core/attribution/attribution-of";
import type { Submission } from "@leadrelay/core/identity/submission";
import { contactValues } from "@leadrelay/core/identity/contact-values";
import { projectKey } from "@leadrelay/core/identity/project-key";
import { outageOf, type Pending } from "./pending.ts";

/** A message as core decides it: contact details normalised, project folded. */
export function toSubmission(pending: Pending): Submission {
  const { body, form, payloadJson, payloadUnread = false } = pending;
  const { direct, event, repeats } = outageOf(pending);
  const { channel, fields, other_phones: otherPhones, context } = body;
  return {
    submission_id: body.submission_id,
    received_at: body.received_at,
    client_id: form.client_id,
    form_id: form.form_id,
    channel,
    is_bot: body.is_bot,
    ...quarantineOf(pending),
    over_rate: body.over_rate === true,
    by_browser: body.by_browser === true,
    block_lifted: body.block_lifted === true,
    fields,
    other_phones: otherPhones,
    contact: contactValues(fields, context, {
      channel,
      defaultRegion: form.default_region,
      otherPhones,
    }),
    attribution: attributionOf(fields, context),
    project_key: projectKey(fields.project),
    context,
    payload_json: payloadJson,
    notes: [
      ...body.notes,
      ...(body.over_rate === true ? [overRateNote] : []),
      ...(payloadUnread ? [unreadNote(body.submission_id)] : []),
    ],
    direct,
    direct_event: event,
    repeats,
  };
}

/** A payload that KV did not give in time stays there, and the message goes on saying so. */
function quarantineOf({ body, form, payloadUnread }: Pending): Pick<Submission, "quarantine"> {
  if (body.quarantine === undefined) return {};
  if (body.quarantine === "released") return { quarantine: { kind: "released" } };
  const { outage: _, ...message } = body;
  const kept = { ...message, form, payload: payloadUnread === true ? null : {} };
  return { quarantine: { kind: "kept", message_json: JSON.stringify(kept) } };
}

const overRateNote = "its address posted to this form faster than the intake rate (INTAKE_RATE)";

const unreadNote = (submissionId: string) =>
  `the whole payload could not be read from KV, where it stays under ${kvKeys.payload(submissionId)}`;
