import type { TrackingParameter } from "@leadrelay/contracts/attribution";

/** A campaign's name is cut; a click id of which a part is missing is none. */
const longestUtm = 250;
const longestClickId = 500;

/** A parameter's value within its limits; null where nothing is left of it. Stored attributions are read by this: it does not change. */
export function keptValue(name: TrackingParameter, typed: string): string | null {
  const text = typed.replace(/\p{Cc}+/gu, " ").trim();
  if (text === "") return null;
  if (name.startsWith("utm_")) return text.slice(0, longestUtm).toWellFormed().trim();
  return text.length > longestClickId || /\s/.test(text) ? null : text;
}
