import type { FormFacts, KnownLead, Policy } from "./facts.ts";

/** The rule a decision was made by, in the order the rules are asked. */
export type Rule =
  | "new_lead"
  | "contradicted_match"
  | "never_sent"
  | "ip_match_new_contact"
  | "duplicate_window"
  | "reengage_off"
  | "reengage_wait"
  | "reengaged";

/** A rule, what was measured, and the setting it was held against. */
export interface Verdict {
  rule: Rule;
  /** Minutes since the lead's last submission (or last send); null where the rule measures nothing. */
  elapsed_minutes: number | null;
  setting: { name: string; value: number | "on"; from: "form" | "installation" } | null;
}

const minuteMs = 60_000;
const hourMs = 3_600_000;

/** The duplicate window in force for a form, in ms. */
export const duplicateWindowMs = (form: FormFacts, policy: Policy): number =>
  (form.duplicate_window_minutes ?? policy.duplicateWindowMinutes) * minuteMs;

/**
 * What a known person's next submission is. Within the duplicate window, and after it until the re-engage
 * hours are over, it is not sent again; nothing may silence a lead that was never sent.
 */
export function judgeRepeat(receivedAt: number, lead: KnownLead, form: FormFacts, policy: Policy): Verdict {
  if (!lead.went_out) return { rule: "never_sent", elapsed_minutes: null, setting: null };
  const window = settingOf(
    "DUPLICATE_WINDOW_MINUTES",
    form.duplicate_window_minutes,
    policy.duplicateWindowMinutes,
  );
  const reengage = settingOf("LEAD_REENGAGE_HOURS", form.reengage_hours, policy.reengageHours);
  const sinceSubmission = receivedAt - lead.last_submitted_at;
  if (sinceSubmission < window.value * minuteMs) return verdict("duplicate_window", sinceSubmission, window);
  if (reengage.value === 0) return verdict("reengage_off", sinceSubmission, reengage);
  const basis = form.reengage_basis === "last_send" ? lead.last_sent_at : null;
  const since = receivedAt - (basis ?? lead.last_submitted_at);
  return verdict(since >= reengage.value * hourMs ? "reengaged" : "reengage_wait", since, reengage);
}

const settingOf = (name: string, ofForm: number | null, ofInstallation: number) =>
  ({ name, value: ofForm ?? ofInstallation, from: ofForm === null ? "installation" : "form" }) as const;

const verdict = (rule: Rule, elapsedMs: number, setting: Verdict["setting"]): Verdict => ({
  rule,
  elapsed_minutes: Math.round(elapsedMs / minuteMs),
  setting,
});
