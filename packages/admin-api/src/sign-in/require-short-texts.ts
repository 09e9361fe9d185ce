import { apiProblem } from "../problems/api-problem.ts";

/** As invitations have it. */
const longestName = 200;
/** Longer than any token, password or address that the library reads. */
const longestText = 1_000;

/** The library sets its texts no limit: whoever signs in could store a name of any length. Throws the 422 that names the field. */
export async function requireShortTexts(request: Request): Promise<void> {
  // The library reads nothing else.
  if (request.method !== "POST" || !/json/i.test(request.headers.get("content-type") ?? "")) return;
  const body: unknown = await request.json().catch(() => null);
  if (typeof body !== "object" || body === null) return;
  for (const [field, value] of Object.entries(body)) {
    const most = field === "name" ? longestName : longestText;
    const text = typeof value === "string" ? value : JSON.stringify(value);
    if (text.length > most)
      throw apiProblem("invalid", `${field.slice(0, 50)}: should have at most ${most} characters.`);
  }
}
