import type { Schemas } from "../api.ts";

type Destination = Pick<
  Schemas["Destination"],
  "hold_after_refusals" | "retry_schedule" | "timeout_ms" | "confirmation" | "returns"
>;

/** What was agreed with whoever receives, as it is typed; an empty text is no limit. */
export interface RulesDraft {
  holdAfter: string;
  retries: string;
  timeout: string;
  confirms: boolean;
  minutes: string;
  returns: boolean;
  reasons: string;
  days: string;
  most: string;
  passOn: boolean;
}

const text = (value: number | string | null | undefined) => (value == null ? "" : String(value));

/** How the form begins. */
export const draftOfRules = (destination: Destination): RulesDraft => {
  const { confirmation, returns } = destination;
  return {
    holdAfter: text(destination.hold_after_refusals),
    retries: text(destination.retry_schedule),
    timeout: text(destination.timeout_ms),
    confirms: confirmation !== null,
    minutes: text(confirmation?.within_minutes ?? 15),
    returns: returns !== null,
    reasons: (returns?.reasons ?? []).join("\n"),
    days: text(returns?.within_days),
    most: text(returns?.most_per_month),
    passOn: returns?.pass_on ?? false,
  };
};

const numberOf = (typed: string): number | null => (typed.trim() === "" ? null : Number(typed));
const given = (name: string, value: number | null) => (value === null ? {} : { [name]: value });

/** As the API takes it. */
export function toRules(draft: RulesDraft): Destination {
  const reasons = draft.reasons
    .split("\n")
    .map((reason) => reason.trim())
    .filter((reason) => reason !== "");
  return {
    hold_after_refusals: numberOf(draft.holdAfter),
    retry_schedule: draft.retries.trim() === "" ? null : draft.retries.trim(),
    timeout_ms: numberOf(draft.timeout),
    confirmation: draft.confirms ? { within_minutes: Number(draft.minutes) } : null,
    returns: draft.returns
      ? {
          ...(reasons.length === 0 ? {} : { reasons }),
          ...given("within_days", numberOf(draft.days)),
          ...given("most_per_month", numberOf(draft.most)),
          ...(draft.passOn ? { pass_on: true } : {}),
        }
      : null,
  };
}

/** Only what is another than it was. */
export function changedRules(draft: RulesDraft, before: Destination): Partial<Destination> {
  const was = toRules(draftOfRules(before));
  return Object.fromEntries(
    Object.entries(toRules(draft)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name as keyof Destination]),
    ),
  );
}
