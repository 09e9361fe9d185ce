import type { RefusalReason } from "@leadrelay/contracts/intake-counts";
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
  /** Counts what becomes no submission. */
  count: (reason: RefusalReason, fields?: string[]) => void;
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
  const made = makeMessage(
    {
      id,
      receivedAt: dependencies.now(),
      formKey: source.formKey,
      form,
      channel: "server",
      body: { entries, notes: [...body.notes, cameBy(source)] },
      context: nobody,
    },
    dependencies.config.honeypotMode,
  );
  if (made.kind === "dropped") return { kind: "accepted", submissionId: id };
  if (made.kind === "incorrect") {
    count(
      made.hasContact ? "invalid_contact" : "no_contact",
      made.hasContact ? undefined : fieldNames(entries),
    );
    return {
      kind: "refused",
      code: made.hasContact ? "invalid_contact" : "no_contact",
      detail: unreachable,
      errors: made.problems,
    };
  }
  const message = { ...made.message, source: { id: source.id, lead_key: item.key } };
  const taken = await takeSubmission(message, body.dataBytes, dependencies);
  return taken === "taken" ? { kind: "accepted", submissionId: id } : { kind: "not_taken" };
}

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
