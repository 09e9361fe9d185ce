import type { DecisionTrace } from "./decision-trace.ts";
import type { Rule } from "./judge-repeat.ts";

const rules: Record<Rule, true> = {
  new_lead: true,
  never_sent: true,
  ip_match_new_contact: true,
  duplicate_window: true,
  reengage_off: true,
  reengage_wait: true,
  reengaged: true,
};

const absent = { elapsed_minutes: null, setting: null, ip_rejected: null, test: null, event: null };

/** A trace as a commit wrote it into `decision_json`; undefined for what is none, such as a row made by hand. */
export function parseTrace(decisionJson: string): DecisionTrace | undefined {
  try {
    const trace = JSON.parse(decisionJson) as Partial<DecisionTrace> | null;
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
