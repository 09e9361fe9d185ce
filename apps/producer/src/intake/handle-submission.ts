import type { HoneypotMode } from "@leadrelay/contracts/honeypot-mode";
import type { HoneypotReason, IntakeReason } from "@leadrelay/contracts/intake-counts";
import { logEvent } from "@leadrelay/contracts/log-event";
import { answer, type Outcome } from "../answers/answer.ts";
import { corsHeaders, logForeignOrigin } from "../cors.ts";
import type { Dependencies } from "../dependencies.ts";
import { unknownForm, type EdgeForm } from "../forms/edge-form.ts";
import { hostedAt } from "../forms/hosted-at.ts";
import { notFound, notTaken, sendAgain, type Refusal } from "../refusal.ts";
import { requestAddress } from "../request/request-address.ts";
import type { ParsedBody } from "./body/parsed-body.ts";
import { readBody } from "./body/read-body.ts";
import { chooseSubmissionId } from "./choose-submission-id.ts";
import { fieldNames } from "./counts/field-names.ts";
import type { WaitUntil } from "./counts/intake-tally.ts";
import { reasonOfOutcome } from "./counts/reason-of-outcome.ts";
import { callerAddress, channelOf, contextOf } from "./enrich.ts";
import { makeMessage } from "./make-message.ts";
import { askRate, type OverRate } from "./rate/ask-rate.ts";
import { redirectFor } from "./redirect-for.ts";
import { takeSubmission } from "./take-submission.ts";
import { withQuery } from "./with-query.ts";

/** `POST /f/{formKey}`: reads form and body, drops a filled honeypot, wants a way to reach the person, and takes the rest. */
export async function handleSubmission(
  request: Request,
  formKey: string,
  dependencies: Dependencies,
  waitUntil: WaitUntil,
): Promise<Response> {
  const { headers, url } = request;
  const caller = {
    ip: callerAddress(headers),
    origin: headers.get("origin"),
    own: requestAddress(url).origin,
  };
  const { ip, origin, own } = caller;
  const overRate = askRate(formKey, ip, dependencies.intakeRate);
  const [lookup, read] = await Promise.all([dependencies.forms.lookUp(formKey), readBody(request, origin)]);
  if (lookup.kind === "unavailable")
    logEvent("intake.snapshot_unavailable", { form_key: formKey, reason: lookup.reason });
  const form = lookup.kind === "found" ? lookup.kept : unknownForm;
  const cors = corsHeaders(origin, form);
  const respond = (outcome: Outcome) =>
    answer(outcome, { request, cors, redirectStatus: form.redirectStatus, hosts: form.hosts });

  if (lookup.kind === "absent")
    return respond(notFound("Your details were not saved: there is no form with this key."));
  logForeignOrigin(origin, own, form, formKey);
  const body = withQuery(read, url, form.mapping);
  const { named } = form;
  const count: Count = (reason, fields) => {
    if (named !== null) dependencies.tally.note({ form: named, reason, fields }, waitUntil);
  };
  const outcome =
    body.kind === "refused"
      ? body
      : await takeIn(
          request,
          { body, said: saidBy(read, body), caller, overRate, count },
          formKey,
          form,
          dependencies,
        );
  const reason = reasonOfOutcome(outcome);
  if (reason !== null)
    count(reason, reason === "no_contact" && body.kind === "parsed" ? fieldNames(body.entries) : undefined);
  return respond(outcome);
}

/** Counts a post of this form; of one that nobody knows nothing is counted. */
type Count = (reason: IntakeReason, fields?: string[]) => void;

/** What is quarantined is counted by whoever keeps it: there is a bound. */
const honeypotReasons: Partial<Record<HoneypotMode, HoneypotReason>> = {
  log: "honeypot",
  off: "honeypot_let_through",
};

/** What is asked of a request more than once: each look at it leaves JavaScript. */
interface Caller {
  /** null where Cloudflare says none. */
  ip: string | null;
  /** The Origin header, as it came. */
  origin: string | null;
  /** Our own origin, as the caller knows it. */
  own: string;
}

interface Taking {
  body: ParsedBody;
  said: ParsedBody;
  caller: Caller;
  overRate: OverRate;
  count: Count;
}

/**
 * What makes a repeated request the same: the body's own fields, for an address may differ each time (`?_=<time>`). Those of the
 * address where it says it all.
 */
const saidBy = (own: ParsedBody | Refusal, withAddress: ParsedBody): ParsedBody =>
  own.kind === "parsed" ? own : withAddress;

async function takeIn(
  request: Request,
  { body, said, caller, overRate, count }: Taking,
  formKey: string,
  form: EdgeForm,
  dependencies: Dependencies,
): Promise<Outcome> {
  const { config, newId, now } = dependencies;
  const chosen = chooseSubmissionId(request.headers, formKey, said, newId);
  if (chosen.kind === "refused") return chosen;
  const { id } = chosen;
  const context = contextOf(request, body.entries, caller.ip);
  const channel = channelOf(request);
  const byBrowser = request.headers.has("sec-fetch-site");
  const made = makeMessage(
    { id, receivedAt: now(), formKey, form, channel, byBrowser, body, context },
    config.honeypotMode,
  );
  const hosted = caller.origin === caller.own ? hostedAt(form) : null;
  const thanks = hosted === null ? null : `${caller.own}/f/${formKey}/thank-you`;
  const redirectUrl = redirectFor(request.headers, caller, form, body.entries, thanks);
  const accepted: Outcome = { kind: "accepted", submissionId: id, redirectUrl };
  const tellHoneypot = (mode: HoneypotMode) => {
    const reason = honeypotReasons[mode];
    if (reason !== undefined) count(reason);
    if (mode !== "off") logEvent("lead.honeypot", { submission_id: id, form_key: formKey, mode });
  };
  switch (made.kind) {
    case "dropped":
      tellHoneypot("log");
      return accepted;
    case "incorrect": {
      const { entries } = body;
      return { ...made, entries, mapping: form.mapping, redirectUrl, referrer: context.referrer, hosted };
    }
    case "made": {
      const message = (await overRate()) ? { ...made.message, over_rate: true } : made.message;
      const taken = await takeSubmission(message, body.dataBytes, dependencies);
      if (taken === "not_taken") return notTaken(sendAgain);
      if (made.honeypot !== null) tellHoneypot(made.honeypot);
      return accepted;
    }
    default:
      return made satisfies never;
  }
}
