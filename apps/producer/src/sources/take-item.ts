import type { IntakeReason } from "@leadrelay/contracts/intake-counts";
import type { HoneypotMode } from "@leadrelay/contracts/honeypot-mode";
import { logEvent } from "@leadrelay/contracts/log-event";
import type { RequestContext } from "@leadrelay/contracts/submission-message";
import { testMarker } from "@leadrelay/contracts/test-marker";
import { idempotentSubmissionId } from "@leadrelay/core/submission-id/submission-id";
import type { ItemResult, SourceItem } from "@leadrelay/sources/door";
import type { Dependencies } from "../dependencies.ts";
import type { EdgeForm } from "../forms/edge-form.ts";
import { parseJson } from "../intake/body/parse-json.ts";
import { utf8Length } from "../intake/body/encode-utf8.ts";
import { fieldNames } from "../intake/counts/field-names.ts";
import { reasonOfOutcome } from "../intake/counts/reason-of-outcome.ts";
import { makeMessage } from "../intake/make-message.ts";
import { takeSubmission } from "../intake/take-submission.ts";
import type { EdgeSource } from "./edge-source.ts";

/** Whose machine posted says nothing of the person: neither its address, which lists judge, nor where it stands. */
const nobody: RequestContext = {
  ip: null,
  country: null,
  city: null,
  region: null,
  timezone: null,
  asn: null,
  user_agent: null,
  referrer: null,
};

interface Taking {
  source: EdgeSource;
  form: EdgeForm;
  /** The request's own name for itself; null: it has none. */
  requestKey: string | null;
  /** Its place in the request. */
  index: number;
  /** Counts what becomes no submission, and honeypots that were let through. */
  count: (reason: IntakeReason, fields?: string[]) => void;
}

/** One lead of a request, made a submission and put where it is durable. */
export async function takeItem(
  item: SourceItem,
  { source, form, requestKey, index, count }: Taking,
  dependencies: Dependencies,
): Promise<ItemResult | { kind: "not_taken" }> {
  if (item.problem !== undefined) {
    count("unreadable_body");
    return { kind: "refused", code: "unreadable", detail: item.problem };
  }
  const text = JSON.stringify({
    ...item.fields,
    ...(item.isTest === true ? { [testMarker.name]: testMarker.value } : {}),
  });
  const body = parseJson(text, utf8Length(text));
  if (body.kind === "refused") {
    count(reasonOfOutcome(body) ?? "unreadable_body");
    return { kind: "refused", code: "unreadable", detail: body.detail };
  }
  const { entries } = body;
  const id = idOf(item, { source, requestKey, index, entries }) ?? dependencies.newId();
  const mode = keptMode(form.honeypotMode ?? dependencies.config.honeypotMode);
  const made = makeMessage(
    {
      id,
      receivedAt: dependencies.now(),
      formKey: source.formKey,
      form: { ...form, honeypotMode: mode },
      channel: "server",
      body: { entries, notes: [...body.notes, cameBy(source)] },
      context: nobody,
    },
    mode,
  );
  if (made.kind !== "made") {
    const { hasContact = false, problems } = made.kind === "incorrect" ? made : {};
    const code = hasContact ? "invalid_contact" : "no_contact";
    count(code, hasContact ? undefined : fieldNames(entries));
    return {
      kind: "refused",
      code,
      detail: unreachable,
      ...(problems === undefined ? {} : { errors: problems }),
    };
  }
  const message = { ...made.message, source: { id: source.id, lead_key: item.key } };
  const taken = await takeSubmission(message, body.dataBytes, dependencies);
  if (taken !== "taken") return { kind: "not_taken" };
  if (made.honeypot === "off") count("honeypot_let_through");
  else if (made.honeypot !== null)
    logEvent("lead.honeypot", { submission_id: id, form_key: source.formKey, mode: made.honeypot });
  return { kind: "accepted", submissionId: id };
}

/**
 * No bot fills in what another system posts: a field that the form's mapping takes for its honeypot is a mistake of the mapping's, or a relay's
 * to judge. So nothing is dropped that was acknowledged: where the form would, it is kept apart, and can be let through.
 */
const keptMode = (mode: HoneypotMode): HoneypotMode => (mode === "log" ? "quarantine" : mode);

const unreachable =
  "A lead needs a valid e-mail address or a phone number. Where there is one under another name, map that in the form that this source belongs to.";

/** For operators, beside what the body says. The source's own id of the lead may be anything, an e-mail address too, and stays out. */
const cameBy = ({ name, id, door }: EdgeSource) => `came by the source ${name} (${door.kind}, ${id})`;

interface Naming {
  source: EdgeSource;
  requestKey: string | null;
  index: number;
  entries: Parameters<typeof idempotentSubmissionId>[0]["entries"];
}

/** undefined: nothing that was sent says which one it is. */
function idOf({ key }: SourceItem, { source, requestKey, index, entries }: Naming): string | undefined {
  // Whichever form it belongs to by now: what comes again after it was moved is the same lead.
  const named = { formKey: "", accessKeyId: source.id };
  if (key !== null) {
    const isWhole = source.door.keyNames === "lead";
    return idempotentSubmissionId({
      ...named,
      key: `lead:${key}`,
      itemIndex: 0,
      entries: isWhole ? [] : entries,
    });
  }
  if (requestKey === null) return undefined;
  return idempotentSubmissionId({ ...named, key: requestKey, itemIndex: index, entries });
}
