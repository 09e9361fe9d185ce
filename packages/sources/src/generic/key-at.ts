import { keyOf, listOf, membersOf } from "../read-value.ts";

/** What stands at a path: the name as it is first, for names may hold dots that are no path; then part by part, places in lists from 0. */
export function keyAt(value: unknown, path: string): string | null {
  const whole = membersOf(value).get(path);
  if (whole !== undefined) return keyOf(whole);
  let at: unknown = value;
  for (const part of path.split("."))
    at = Array.isArray(at) ? listOf(at)[Number(part)] : membersOf(at).get(part);
  return keyOf(at);
}
