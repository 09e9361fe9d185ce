import { InvalidArgumentError } from "@commander-js/extra-typings";
import { unsentRuleFilters, type UnsentRuleFilter } from "@leadrelay/contracts/unsent-rule";

/** What forms and settings call it. */
const alsoCalled: ReadonlyMap<string, UnsentRuleFilter> = new Map([
  ["honeypot", "quarantined"],
  ["quarantine", "quarantined"],
]);

/** A rule by its name, or by what else it is called. */
export function readRule(text: string): UnsentRuleFilter {
  const rule = alsoCalled.get(text) ?? unsentRuleFilters.find((one) => one === text);
  if (rule === undefined)
    throw new InvalidArgumentError(`Allowed choices are ${unsentRuleFilters.join(", ")}.`);
  return rule;
}

/** The same of an option that takes several. */
export const readRules = (text: string, before: UnsentRuleFilter[] = []): UnsentRuleFilter[] => [
  ...before,
  readRule(text),
];
