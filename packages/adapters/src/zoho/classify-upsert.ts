import * as z from "zod/mini";
import type { Classification, ReceivedResponse, StepEnd } from "../adapter.ts";
import {
  classifyStatus,
  describeResponse,
  isTaken,
  refuse,
  retryLater,
  waitAsked,
} from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";

const id = z.string().check(z.regex(/^\d{1,30}$/));
const item = z.object({
  code: z.string(),
  details: z.optional(z.object({ id: z.optional(id), duplicate_record: z.optional(z.object({ id })) })),
});
/** We send one record, so there is one. */
const upsertAnswer = z.object({ data: z.tuple([item], z.unknown()) });
const errorAnswer = z.object({ code: z.string(), message: z.optional(z.string()) });

/** What passes by itself, in a record's own answer. */
const passing = new Set(["INTERNAL_ERROR", "TOO_MANY_REQUESTS"]);

/** Zoho tells of each record apart from the answer's status: a 200 or 207 may hold a refusal. */
export function classifyUpsert(response: ReceivedResponse): StepEnd {
  const { code = "", message = "" } = parseAnswer(errorAnswer, response) ?? {};
  if (code === "OAUTH_SCOPE_MISMATCH")
    return refuse(response, "The refresh token is without the scope ZohoCRM.modules.leads.ALL");
  if (response.status === 401) return { outcome: "stale_token", error: describeResponse(response) };
  const answer = parseAnswer(upsertAnswer, response);
  if (answer !== undefined) return classifyItem(response, answer.data[0]);
  if (isTaken(response)) return refuse(response, "Zoho tells of no lead");
  const areCreditsSpent = response.status === 429 && /\b(credit|daily|24[- ]?h)/i.test(`${code} ${message}`);
  if (areCreditsSpent)
    return { outcome: "hold", error: describeResponse(response), waitMs: waitAsked(response) };
  return classifyStatus(response);
}

function classifyItem(response: ReceivedResponse, { code, details }: z.output<typeof item>): Classification {
  const receiverId = details?.duplicate_record?.id ?? details?.id;
  if (code === "SUCCESS" && isTaken(response) && receiverId !== undefined)
    return { outcome: "delivered", receiverId };
  if (code === "DUPLICATE_DATA") {
    // Of a field that is unique there, and is none of those by which we had it look.
    const error = describeResponse(response);
    return { outcome: "duplicate_at_receiver", error, ...(receiverId !== undefined && { receiverId }) };
  }
  if (passing.has(code)) return retryLater(response);
  if (code === "MANDATORY_NOT_FOUND")
    return refuse(response, "Zoho asks for a field that is not sent; fill it by `custom_fields`");
  return isTaken(response) ? refuse(response, "Zoho refused the lead") : classifyStatus(response);
}
