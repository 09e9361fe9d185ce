import type { IntakeReason } from "@leadrelay/contracts/intake-counts";
import { logEvent } from "@leadrelay/contracts/log-event";
import type { SourceOutcome, SourceRequest, Split, Verified } from "@leadrelay/sources/door";
import type { Dependencies } from "../dependencies.ts";
import type { EdgeForm } from "../forms/edge-form.ts";
import type { WaitUntil } from "../intake/counts/intake-tally.ts";
import type { Refusal } from "../refusal.ts";
import type { EdgeSource } from "./edge-source.ts";
import { callerAddress } from "../intake/enrich.ts";
import { formOf } from "./form-of-source.ts";
import { inLanes } from "./in-lanes.ts";
import { readSourceBody, type SourceValue } from "./read-source-body.ts";
import { takeItem } from "./take-item.ts";

const mostItems = 100;
/** JSON of one lead, and of a hundred from somebody who signs. */
const mostBytes = { address: 128 * 1024, key: 1024 * 1024 };

/** Reads, verifies and splits a request, and takes each lead of it. */
export async function takeIn(
  request: SourceRequest,
  headers: Headers,
  source: EdgeSource,
  dependencies: Dependencies,
  waitUntil: WaitUntil,
): Promise<SourceOutcome> {
  const { door } = source;
  if (!door.methods.some((method) => method === request.method)) return wrongMethod(door.methods);
  if (!source.enabled) return paused;
  const tooFast = dependencies.sourceRate(source.id, callerAddress(headers));
  const form = await formOf(source, dependencies);
  if (form === undefined) return formGone;
  const count: Count = (reason, fields) => {
    if (form.named !== null) dependencies.tally.note({ form: form.named, reason, fields }, waitUntil);
  };
  // What signs with a key is let in first, and its body read then: it may be long.
  const reading = () => readSourceBody(request.body, { headers, url: request.url }, mostBytes[door.foundBy]);
  const early = door.foundBy === "key" ? null : await reading();
  const verified = await verify(request, early, source, dependencies.now());
  if (!(verified.ok && verified.isProven) && (await tooFast)) return comesTooFast;
  if (!verified.ok) {
    const { status, code, detail } = verified;
    count("unverified");
    logEvent("source.unverified", { source_id: source.id, code });
    return { kind: "refused", status, code, detail };
  }
  const value = early ?? (await reading());
  if (value.kind === "refused") {
    count(value.status === 413 ? "too_large" : "unreadable_body");
    return unread(value);
  }
  const split = door.split(value.value, source.settings);
  return takeSplit(split, { source, form, requestKey: verified.key, count }, dependencies);
}

type Count = (reason: IntakeReason, fields?: string[]) => void;

/** Of what cannot be read, or is too much. */
export const unread = ({ status, detail }: Refusal): SourceOutcome => ({
  kind: "refused",
  status: status === 413 ? 413 : 400,
  code: "unreadable",
  detail,
});
const wrongMethod = (methods: readonly string[]): SourceOutcome => ({
  kind: "refused",
  status: 405,
  code: "method",
  detail: `Leads come here by ${methods.join(" or ")}.`,
});
const paused: SourceOutcome = {
  kind: "again",
  code: "paused",
  detail: "This source is paused, and takes nothing until somebody goes on with it. Send it again later.",
};
const comesTooFast: SourceOutcome = {
  kind: "again",
  status: 429,
  code: "too_fast",
  detail:
    "Too much came from this address within a minute, and nothing proves that it is the source's: it was not kept. Send it again in a minute.",
};
const formGone: SourceOutcome = {
  kind: "refused",
  status: 404,
  code: "unknown_form",
  detail: "The form that this source belongs to was deleted: restore it, or make another source.",
};

/** By the settings of now, and for the time of a rotation by those of before. */
async function verify(
  request: SourceRequest,
  value: SourceValue | null,
  { door, settings, previous }: EdgeSource,
  nowMs: number,
): Promise<Verified> {
  const context = { nowMs, value: () => (value?.kind === "value" ? value.value : undefined) };
  const verified = await door.verify(request, settings, context);
  if (verified.ok || previous === null || previous.until <= nowMs) return verified;
  const before = await door.verify(request, previous.settings, context);
  return before.ok ? before : verified;
}

interface Splitting {
  source: EdgeSource;
  form: EdgeForm;
  requestKey: string | null;
  count: Count;
}

async function takeSplit(
  split: Split,
  splitting: Splitting,
  dependencies: Dependencies,
): Promise<SourceOutcome> {
  const { source, count } = splitting;
  switch (split.kind) {
    case "skipped":
      logEvent("source.skipped", { source_id: source.id, why: split.why });
      return { kind: "skipped" };
    case "unreadable":
      count("unreadable_body");
      return { kind: "refused", status: 400, code: "unreadable", detail: split.detail };
    case "items": {
      const { items } = split;
      if (items.length > mostItems) {
        count("too_large");
        return {
          kind: "refused",
          status: 413,
          code: "too_many",
          detail: `A request holds at most ${mostItems} leads: this one holds ${items.length}.`,
        };
      }
      const results = await inLanes(items, (item, index) =>
        takeItem(item, { ...splitting, index }, dependencies),
      );
      const settled = results.flatMap((result) => (result.kind === "not_taken" ? [] : [result]));
      // What was taken is the same when it comes again.
      return settled.length === results.length ? { kind: "taken", results: settled } : notSaved;
    }
    default:
      return split satisfies never;
  }
}

const notSaved: SourceOutcome = {
  kind: "again",
  code: "not_saved",
  detail:
    "Not all of it was saved. Send the whole request again in a minute, as it is: what was saved is not taken twice.",
};
