import * as z from "zod/mini";
import type { Classification, ReceivedResponse } from "../adapter.ts";
import { classifyStatus, isTaken, refuse, retryLater } from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";

const takenAnswer = z.object({
  events_received: z.number().check(z.gte(1)),
  fbtrace_id: z.optional(z.string()),
});
const errorAnswer = z.object({
  error: z.object({ code: z.number(), is_transient: z.optional(z.boolean()) }),
});

/** Meta's own trouble (developers.facebook.com, Graph API, Handling errors). */
const passing = new Set([1, 2]);
/** Too many calls: of the app, the token, the account; the business use case limits are 80000 to 80014. */
const tooMany = new Set([4, 17, 32, 613]);
const isTooMany = (code: number) => tooMany.has(code) || (code >= 80_000 && code <= 80_014);
/** Calls are counted by the hour; some pass again within minutes. */
const tooManyMs = 5 * 60_000;

/** Meta's code says more than its status, which is 400 for nearly everything. */
export function classify(response: ReceivedResponse): Classification {
  if (isTaken(response)) {
    const taken = parseAnswer(takenAnswer, response);
    if (taken === undefined) return refuse(response, "Meta took no event");
    const { fbtrace_id } = taken;
    return { outcome: "delivered", ...(fbtrace_id === undefined ? {} : { receiverId: fbtrace_id }) };
  }
  const error = parseAnswer(errorAnswer, response)?.error;
  if (error === undefined) return classifyStatus(response);
  const { code, is_transient = false } = error;
  if (isTooMany(code)) return retryLater(response, tooManyMs);
  if (passing.has(code) || is_transient) return retryLater(response);
  if (code === 190) return refuse(response, "the access token is not good any more: make a new one");
  if (code === 10 || (code >= 200 && code <= 299))
    return refuse(response, "the access token may not write to this dataset");
  return classifyStatus(response);
}
