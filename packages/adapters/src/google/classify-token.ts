import * as z from "zod/mini";
import type { ReceivedResponse, StepEnd } from "../adapter.ts";
import { classifyStatus, isTaken, waitAsked } from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";

const tokenAnswer = z.object({ access_token: z.string().check(z.minLength(1)), expires_in: z.number() });

/** What Google says to an assertion. */
export function classifyToken(response: ReceivedResponse): StepEnd {
  if (!isTaken(response)) return classifyStatus(response);
  const token = parseAnswer(tokenAnswer, response);
  if (token === undefined)
    return { outcome: "retry", error: "Google's answer holds no token", waitMs: waitAsked(response) };
  return {
    outcome: "onward",
    token: { value: token.access_token, expiresInMs: token.expires_in * 1_000 },
  };
}
