import type { RoutePlace } from "./route-member.ts";
import type { Condition } from "../shape/condition.ts";
import { judgeFilter } from "../shape/judge-filter.ts";
import { leadValues, type LeadValues, type ToldLead } from "../shape/lead-values.ts";
import { readFilter } from "../shape/read-filter.ts";

/**
 * Why a member's conditions keep a lead from it, in words; null where they pass, or there are none. Conditions that cannot be read keep every
 * lead from it: nobody is to get a lead that they may have ruled out. @param lead asked once, and only if there are any
 */
export function refusedByConditions(
  lead: () => ToldLead,
): (destination: { route?: RoutePlace | null }) => string | null {
  let values: LeadValues | undefined;
  return ({ route }) => {
    const conditions = route?.conditions ?? null;
    if (conditions === null) return null;
    const read = readConditions(conditions);
    if (read === null) return "they cannot be read";
    const judged = judgeFilter(read, (values ??= leadValues(lead())));
    return judged.passes ? null : judged.why;
  };
}

/** Of one batch the same object comes with every lead. */
const known = new WeakMap<object, Condition | null>();

function readConditions(conditions: Readonly<Record<string, unknown>>): Condition | null {
  const found = known.get(conditions);
  if (found !== undefined) return found;
  let read: Condition | null = null;
  try {
    read = readFilter(conditions, "conditions");
  } catch {
    // Of a version that knew other operators.
  }
  known.set(conditions, read);
  return read;
}
