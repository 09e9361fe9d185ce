import {
  duplicateRules,
  unsentRules,
  type UnsentRule,
  type UnsentRuleFilter,
} from "@leadrelay/contracts/unsent-rule";

/** The rules that a filter names; all of them where it names none. */
export function rulesOf(filters: readonly UnsentRuleFilter[] | undefined): readonly UnsentRule[] {
  if (filters === undefined) return unsentRules;
  return [...new Set(filters.flatMap((rule) => (rule === "duplicate" ? duplicateRules : [rule])))];
}
