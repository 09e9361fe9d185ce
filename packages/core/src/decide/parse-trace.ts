import type { DecisionTrace } from "./decision-trace.ts";
import type { TraceRow } from "./stored-trace.ts";
import { unfoldTrace, type FoldedTrace } from "./unfold-trace.ts";

const rules: Record<DecisionTrace["rule"], true> = {
  new_lead: true,
  contradicted_match: true,
  never_sent: true,
  ip_match_new_contact: true,
  duplicate_window: true,
  reengage_off: true,
  reengage_wait: true,
  reengaged: true,
  split: true,
};

/** What a trace does not say that has nothing of it to say, or is of before there was such a thing. */
const absent = {
  elapsed_minutes: null,
  setting: null,
  passed_over: [],
  ip_rejected: null,
  test: null,
  event: null,
};

/**
 * The one reader of `decision_json`: a trace as a commit wrote it, by `formatTrace` or, before there was that, whole. Undefined for what
 * is none, such as a row made by hand.
 */
export function parseTrace(row: TraceRow): DecisionTrace | undefined {
  try {
    const stored = JSON.parse(row.decision_json) as Partial<DecisionTrace> | FoldedTrace | null;
    const trace = isFolded(stored) ? unfoldTrace(stored, row.public_id) : stored;
    const isWhole =
      Object.hasOwn(rules, trace?.rule ?? "") &&
      typeof trace?.lead?.public_id === "string" &&
      [trace.suspicion?.reasons, trace.identities, trace.destinations, trace.notes, trace.new_contact].every(
        Array.isArray,
      );
    return isWhole ? { ...absent, ...(trace as DecisionTrace) } : undefined;
  } catch {
    return undefined;
  }
}

const isFolded = (stored: Partial<DecisionTrace> | FoldedTrace | null): stored is FoldedTrace =>
  Array.isArray(stored?.lead);
