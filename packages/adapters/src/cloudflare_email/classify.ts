import * as z from "zod/mini";
import type { Classification, ReceivedResponse } from "../adapter.ts";
import { classifyStatus, describeResponse, isTaken, refuse, waitAsked } from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";

const sentSchema = z.object({ messageId: z.string() });
const errorSchema = z.object({ code: z.string() });

/** What to do about the codes that a team meets (developers.cloudflare.com/email-service, Error codes). */
const said: ReadonlyMap<string, string> = new Map([
  ["E_SENDER_NOT_VERIFIED", "set the sender's domain up in Cloudflare's Email Service"],
  ["E_SENDER_DOMAIN_NOT_AVAILABLE", "set the sender's domain up in Cloudflare's Email Service"],
  ["E_RECIPIENT_NOT_ALLOWED", "verify the recipient's address in Cloudflare, or let the binding send to it"],
  [
    "E_RECIPIENT_SUPPRESSED",
    "the recipient bounced or complained: take them off Cloudflare's suppression list",
  ],
]);

/** What the binding answers, by its code: a day's quota that is spent is the only limit that holds for long. */
export function classify(response: ReceivedResponse): Classification {
  if (isTaken(response)) {
    const sent = parseAnswer(sentSchema, response);
    return { outcome: "delivered", ...(sent && { receiverId: sent.messageId }) };
  }
  const code = parseAnswer(errorSchema, response)?.code ?? "";
  if (code === "E_DAILY_LIMIT_EXCEEDED")
    return { outcome: "hold", error: describeResponse(response), waitMs: waitAsked(response) };
  const words = said.get(code);
  return words === undefined ? classifyStatus(response) : refuse(response, words);
}
