import type { Schemas } from "../api.ts";

type Setting = Schemas["DestinationSetting"];

/** What answers mean has a page of its own, with the answers that came; what a rotation sets is nobody's to type. */
const ruleNames = new Set([
  "answer_at",
  "accepted_when",
  "refused_when",
  "duplicate_when",
  "retry_when",
  "otherwise_means",
  "reason_at",
  "reference_at",
]);
const setByRotation = new Set(["previous_secret", "previous_until"]);

/** A kind's settings as forms ask for them: what must be said, what may be, and the rules for answers. */
export function groupSettings(settings: readonly Setting[]): {
  needed: Setting[];
  more: Setting[];
  rules: Setting[];
} {
  const typed = settings.filter(({ name }) => !setByRotation.has(name));
  const plain = typed.filter(({ name }) => !ruleNames.has(name));
  return {
    needed: plain.filter(({ is_optional }) => !is_optional),
    more: plain.filter(({ is_optional }) => is_optional),
    rules: typed.filter(({ name }) => ruleNames.has(name)),
  };
}
