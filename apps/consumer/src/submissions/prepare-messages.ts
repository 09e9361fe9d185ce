import { tookPosts } from "@leadrelay/core/forms/form-deletion";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import { resolveForms, type KeyedForm } from "@leadrelay/db/intake/find-forms";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { outageIn } from "@leadrelay/db/storage-error";
import { withRepeats } from "@leadrelay/db/with-repeats";
import type { Dependencies } from "../dependencies.ts";
import type { Pending } from "../received/pending.ts";
import type { Received, Settlement } from "../received/settlement.ts";

type Form = Pending["form"];

/** Completes messages: the form where the edge could not ask KV, the payload where it was parked in KV. */
export async function prepareMessages(
  received: readonly Received[],
  dependencies: Dependencies,
): Promise<{ pending: Pending[]; settled: Settlement[] }> {
  const findForm = await formFinder(received, dependencies);
  const prepared = await Promise.all(received.map((each) => prepare(each, findForm(each), dependencies)));
  return {
    pending: prepared.flatMap((each) => ("pending" in each ? [each.pending] : [])),
    settled: prepared.flatMap((each) => ("settled" in each ? [each.settled] : [])),
  };
}

type FoundForm = { form: Form } | { settlement: Settlement };

async function prepare(
  each: Received,
  found: FoundForm,
  dependencies: Dependencies,
): Promise<{ pending: Pending } | { settled: Settlement }> {
  if ("settlement" in found) return { settled: found.settlement };
  const payload = await findPayload(each, dependencies);
  if (payload === undefined) return { settled: { kind: "payload_missing", pending: each } };
  return { pending: { ...each, form: found.form, ...payload } };
}

/** Asks D1 once for all forms the edge could not name; an answer per message, also when D1 has none. */
async function formFinder(received: readonly Received[], dependencies: Dependencies) {
  const unresolved = received.filter(({ body }) => body.form === null);
  const keys = [...new Set(unresolved.map(({ body }) => body.form_key))];
  let failure: unknown;
  let forms = new Map<string, KeyedForm>();
  try {
    const asked = () => runOne(dependencies.control, resolveForms(pipelineScope, keys));
    const found = keys.length === 0 ? [] : await withRepeats(asked, dependencies);
    forms = new Map(found.map((form) => [form.form_key, form]));
  } catch (error) {
    failure = error;
  }
  return (each: Received): FoundForm => {
    if (each.body.form !== null) return { form: each.body.form };
    const known = forms.get(each.body.form_key);
    if (known !== undefined && tookPosts(known, each.body.received_at)) return { form: formOf(known) };
    const unknown = { kind: "unknown_form", pending: each, wasDeleted: known !== undefined } as const;
    return { settlement: failure === undefined ? unknown : failed(each, failure) };
  };
}

const formOf = ({ form_id, client_id, database, default_region }: KeyedForm): Form => ({
  form_id,
  client_id,
  database,
  default_region,
});

function failed(pending: Received, thrown: unknown): Settlement {
  const error = reasonOf(thrown);
  const outage = outageIn(thrown);
  if (outage === undefined || outage === "overloaded") return { kind: outage ?? "failed", pending, error };
  return { kind: "unavailable", pending, commitAttempted: false, error };
}

/** After this many tries the lead waits no longer for a payload that KV does not give: the known fields are in the message. */
const mostPayloadTries = 5;
const payloadTimeLimitMs = 5_000;

async function findPayload(
  { message, body }: Received,
  { kv }: Dependencies,
): Promise<Pick<Pending, "payloadJson" | "payloadUnread"> | undefined> {
  if (body.payload !== null) return { payloadJson: JSON.stringify(body.payload) };
  const reading = kv.get(kvKeys.payload(body.submission_id));
  const parked = await withTimeLimit(payloadTimeLimitMs, reading).catch(() => null);
  if (parked !== null) return { payloadJson: parked };
  if (message.attempts <= mostPayloadTries) return undefined;
  return { payloadJson: JSON.stringify(body.fields), payloadUnread: true };
}
