import type { Comparison, Condition, Sign } from "./condition.ts";

/** A condition in words, as they may be given too: "country is IN and fields.budget is at least 5000". */
export function sayCondition(condition: Condition): string {
  if ("field" in condition) return sayComparison(condition, words);
  if ("all" in condition) return condition.all.map(sayPart).join(" and ");
  if ("any" in condition) return condition.any.map(sayPart).join(" or ");
  return condition.none.map((part) => `not ${inBrackets(sayCondition(part))}`).join(" and ");
}

/**
 * What a lead that does not pass is instead: "country is not IN". Of several conditions the first that is not met, of alternatives all.
 * Says nothing that the lead says: only what was asked of it.
 */
export function sayUnmet(condition: Condition, meets: (part: Condition) => boolean): string {
  if ("field" in condition) return sayComparison(condition, opposites);
  if ("all" in condition) {
    const unmet = condition.all.find((part) => !meets(part));
    return unmet === undefined ? "" : sayUnmet(unmet, meets);
  }
  if ("any" in condition) return condition.any.map((part) => sayUnmet(part, meets)).join(" and ");
  const met = condition.none.find(meets);
  return met === undefined ? "" : sayCondition(met);
}

const words: Record<Sign, string> = {
  $eq: "is",
  $ne: "is not",
  $in: "is one of",
  $nin: "is none of",
  $gt: "is more than",
  $gte: "is at least",
  $lt: "is less than",
  $lte: "is at most",
  $contains: "contains",
  $exists: "is given",
};

const opposites: Record<Sign, string> = {
  $eq: "is not",
  $ne: "is",
  $in: "is none of",
  $nin: "is one of",
  $gt: "is not more than",
  $gte: "is not at least",
  $lt: "is not less than",
  $lte: "is not at most",
  $contains: "does not contain",
  $exists: "is not given",
};

function sayComparison({ field, sign, value }: Comparison, said: Record<Sign, string>): string {
  if (sign === "$exists") return `${field} ${(value === false ? otherOf(said) : said).$exists}`;
  if (!Array.isArray(value)) return `${field} ${said[sign]} ${sayValue(value)}`;
  const shown = value.slice(0, mostShown).map(sayValue).join(", ");
  const more = value.length - mostShown;
  return `${field} ${said[sign]} ${shown}${more > 0 ? ` and ${more} more` : ""}`;
}

const mostShown = 8;
const longestShown = 60;

const otherOf = (said: Record<Sign, string>) => (said === words ? opposites : words);

function sayValue(value: Comparison["value"]): string {
  if (value === null || value === "") return "blank";
  const text = String(value);
  return text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text;
}

const sayPart = (part: Condition): string =>
  "field" in part || "none" in part ? sayCondition(part) : inBrackets(sayCondition(part));

const inBrackets = (text: string) => `(${text})`;
