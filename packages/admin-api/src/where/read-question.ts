import { apiProblem } from "../problems/api-problem.ts";
import { looksLike } from "../leads/read-search.ts";

/** What somebody has of the lead they miss. */
export type Question = { by: "id"; id: string } | { by: "email" | "phone"; text: string };

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Reads what was asked for. Throws the 400 of what is none of it. */
export function readQuestion(q: string): Question {
  if (uuid.test(q)) return { by: "id", id: q.toLowerCase() };
  const by = looksLike(q);
  if (by !== "name") return { by, text: q };
  throw apiProblem(
    "malformed-request",
    "Ask with an e-mail address, a phone number, or the id of a submission, delivery, lead or dead letter. A name is searched in the list of leads: `leadrelay lead list --name`, or /api/leads.",
    { errors: [{ field: "q", detail: "is none of these" }] },
  );
}
