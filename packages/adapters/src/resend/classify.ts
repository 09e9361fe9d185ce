import * as z from "zod/mini";
import type { Classification, ReceivedResponse } from "../adapter.ts";
import {
  classifyStatus,
  describeResponse,
  isTaken,
  refuse,
  retryLater,
  waitAsked,
} from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";

const sentSchema = z.object({ id: z.string() });
const errorSchema = z.object({ name: z.string() });

const quotas = new Set(["daily_quota_exceeded", "monthly_quota_exceeded"]);
const keyErrors = new Set(["missing_api_key", "invalid_api_key", "restricted_api_key"]);

/** What Resend answers, by the error's name where that says more than the status (resend.com/docs/api-reference/errors). */
export function classify(response: ReceivedResponse): Classification {
  const name = parseAnswer(errorSchema, response)?.name ?? "";
  if (quotas.has(name)) {
    return { outcome: "hold", error: describeResponse(response), waitMs: waitAsked(response) };
  }
  if (isTaken(response)) {
    const sent = parseAnswer(sentSchema, response);
    return { outcome: "delivered", ...(sent && { receiverId: sent.id }) };
  }
  if (name === "concurrent_idempotent_requests") return retryLater(response);
  if (keyErrors.has(name)) return refuse(response, "Resend does not take this API key");
  return classifyStatus(response);
}
