import { logEvent } from "@leadrelay/contracts/log-event";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { contactProblems } from "@leadrelay/core/fields/contact";
import { extractFields } from "@leadrelay/core/fields/extract-fields";
import { answer, type Outcome } from "../answers/answer.ts";
import { corsHeaders, logForeignOrigin } from "../cors.ts";
import type { Dependencies } from "../dependencies.ts";
import { unknownForm, type EdgeForm } from "../forms/edge-form.ts";
import { notFound, notTaken, sendAgain } from "../refusal.ts";
import { requestAddress } from "../request/request-address.ts";
import type { ParsedBody } from "./body/parsed-body.ts";
import { readBody } from "./body/read-body.ts";
import { chooseSubmissionId } from "./choose-submission-id.ts";
import { callerAddress, channelOf, contextOf } from "./enrich.ts";
import { findReferrer } from "../request/find-referrer.ts";
import { askRate, type OverRate } from "./rate/ask-rate.ts";
import { payloadOf } from "./payload.ts";
import { redirectFor } from "./redirect-for.ts";
import { takeSubmission } from "./take-submission.ts";

/** `POST /f/{formKey}`: reads form and body, drops a filled honeypot, wants a way to reach the person, and takes the rest. */
export async function handleSubmission(
  request: Request,
  formKey: string,
  dependencies: Dependencies,
): Promise<Response> {
  const overRate = askRate(formKey, callerAddress(request.headers), dependencies.intakeRate);
  const [lookup, body] = await Promise.all([dependencies.forms.lookUp(formKey), readBody(request)]);
  if (lookup.kind === "unavailable")
    logEvent("intake.snapshot_unavailable", { form_key: formKey, reason: lookup.reason });
  const form = lookup.kind === "found" ? lookup.form : unknownForm;
  const origin = request.headers.get("origin");
  const cors = corsHeaders(origin, form);
  const respond = (outcome: Outcome) =>
    answer(outcome, { request, cors, redirectStatus: form.redirectStatus });

  if (lookup.kind === "absent")
    return respond(notFound("Your details were not saved: there is no form with this key."));
  logForeignOrigin(origin, requestAddress(request.url).origin, form, formKey);
  if (body.kind === "refused") return respond(body);
  return respond(await takeIn(request, { body, overRate }, formKey, form, dependencies));
}

async function takeIn(
  request: Request,
  { body, overRate }: { body: ParsedBody; overRate: OverRate },
  formKey: string,
  form: EdgeForm,
  dependencies: Dependencies,
): Promise<Outcome> {
  const chosen = chooseSubmissionId(request.headers, formKey, body.entries, dependencies.newId);
  if (chosen.kind === "refused") return chosen;
  const fields = extractFields(body.entries, form.mapping);
  const redirectUrl = redirectFor(request, form, body.entries);
  const accepted: Outcome = { kind: "accepted", submissionId: chosen.id, redirectUrl };

  const isBot = fields.honeypot !== undefined;
  if (isBot && (form.botDetection ?? dependencies.config.botDetection)) {
    logEvent("lead.honeypot", { submission_id: chosen.id, form_key: formKey });
    return accepted;
  }
  const problems = contactProblems(fields);
  if (problems.length > 0)
    return {
      kind: "incorrect",
      problems,
      entries: body.entries,
      mapping: form.mapping,
      redirectUrl,
      referrer: findReferrer(request, body.entries),
    };

  const message: SubmissionMessage = {
    v: 1,
    type: "submission",
    submission_id: chosen.id,
    received_at: dependencies.now(),
    form_key: formKey,
    form: form.named,
    channel: channelOf(request),
    is_bot: isBot,
    ...((await overRate()) && { over_rate: true }),
    fields,
    payload: payloadOf(body.entries),
    notes: body.notes,
    context: contextOf(request, body.entries),
  };
  const taken = await takeSubmission(message, body.dataBytes, dependencies);
  return taken === "taken" ? accepted : notTaken(sendAgain);
}
