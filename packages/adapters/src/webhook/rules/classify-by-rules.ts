import type { Classification, ReceivedResponse } from "../../adapter.ts";
import { classifyStatus, describeResponse, isTaken, waitAsked } from "../../classify-status.ts";
import type { RuleSettings } from "./rule-fields.ts";
import { readJson, valueAt } from "./value-at.ts";

/** Rules hold nothing: a quota is no answer to one lead. */
type ByRules = Exclude<Classification, { outcome: "hold" | "opted_out" }>;

type Meaning = "accepted" | "refused" | "duplicate" | "retry";

/** They pass, or say that nobody is there, whatever stands in them. */
const byStatusAlone = new Set([408, 410, 425, 429]);

/**
 * What an answer means by its receiver's own words. They count in a 2xx, and in a 4xx that is final; there none makes it accepted. A word for
 * a duplicate counts before one for refused, that before one for later, and accepted last: the cautious reading of an answer with several.
 */
export function classifyByRules(response: ReceivedResponse, rules: RuleSettings): ByRules {
  if (!hasWords(response)) return classifyStatus(response);
  const answer = readJson(response.body);
  const meaning = meaningOf(response, answer, rules);
  const reference = at(answer, rules.reference_at);
  const more = reference === undefined || reference === "" ? {} : { receiverId: reference };
  const error = told(response, at(answer, rules.reason_at));
  if (meaning === "duplicate") return { outcome: "duplicate_at_receiver", error, ...more };
  if (meaning === "refused") return { outcome: "refused", error };
  if (meaning === "retry") return { outcome: "retry", error, waitMs: waitAsked(response) };
  return isTaken(response) ? { outcome: "delivered", ...more } : { outcome: "refused", error };
}

/** Whether its words count: in a 2xx, and in a 4xx that is final. */
export const hasWords = ({ status }: Pick<ReceivedResponse, "status">): boolean =>
  (status >= 200 && status < 300) || (status >= 400 && status < 500 && !byStatusAlone.has(status));

function meaningOf(response: ReceivedResponse, answer: unknown, rules: RuleSettings): Meaning {
  const { answer_at, accepted_when, refused_when, duplicate_when, retry_when, otherwise_means } = rules;
  const said = (answer_at == null ? response.body : (valueAt(answer, answer_at) ?? "")).toLowerCase();
  const says = (words: readonly string[] | null | undefined) =>
    (words ?? [])
      .map((word) => word.trim().toLowerCase())
      .some((word) => (answer_at == null ? said.includes(word) : said === word));
  if (says(duplicate_when)) return "duplicate";
  if (says(refused_when)) return "refused";
  if (says(retry_when)) return "retry";
  if (!isTaken(response) || says(accepted_when)) return "accepted";
  return otherwise_means ?? (accepted_when == null ? "accepted" : "refused");
}

const at = (answer: unknown, path: string | null | undefined): string | undefined =>
  path == null ? undefined : valueAt(answer, path);

const told = (response: ReceivedResponse, reason: string | undefined): string =>
  describeResponse(reason === undefined || reason === "" ? response : { ...response, body: reason });
