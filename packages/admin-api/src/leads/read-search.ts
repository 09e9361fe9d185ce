import { apiProblem } from "../problems/api-problem.ts";

/** What somebody looks for. */
export interface LeadSearch {
  by: "email" | "phone" | "name";
  text: string;
}

const fewestDigits = 4;

/** What a query searches for, if anything; `q` says it by its looks. Throws the 400 of more than one search at once. */
export function readSearch({
  q,
  email,
  phone,
  name,
}: Partial<Record<"q" | LeadSearch["by"], string | undefined>>): LeadSearch | null {
  const asked: LeadSearch[] = [];
  if (q !== undefined) asked.push({ by: looksLike(q), text: q });
  if (email !== undefined) asked.push({ by: "email", text: email });
  if (phone !== undefined) asked.push({ by: "phone", text: phone });
  if (name !== undefined) asked.push({ by: "name", text: name });
  if (asked.length > 1)
    throw apiProblem("malformed-request", "Search by one of q, name, email and phone at a time.");
  return asked[0] ?? null;
}

/** A phone has no letters; a name has no @. */
export function looksLike(text: string): LeadSearch["by"] {
  if (text.includes("@")) return "email";
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  return digits >= fewestDigits && !/\p{L}/u.test(text) ? "phone" : "name";
}

/** The 400 of a search that no index could serve. */
export const nothingToSearch = (by: LeadSearch["by"], why: string) =>
  apiProblem("malformed-request", `This ${by} ${why}: there is nothing to search by.`, {
    errors: [{ field: by, detail: why }],
  });
