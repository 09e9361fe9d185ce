import * as z from "zod/mini";
import type { ReceivedResponse, StepEnd } from "../adapter.ts";
import { classifyStatus, isTaken, refuse, retryLater } from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";

const tokenAnswer = z.object({ access_token: z.string().check(z.regex(/^[\x21-\x7e]{1,2000}$/)) });
const errorAnswer = z.object({ error: z.string(), error_description: z.optional(z.string()) });

/** Salesforce does not say how long: two hours as a rule, by a setting of its owner's. A shorter one shows as a stale token. */
const expiresInMs = 3_600_000;

/** What is wrong, by Salesforce's error. */
const wrong: Readonly<Record<string, string>> = {
  invalid_client_id: "Salesforce does not know the consumer key; a new app takes some minutes",
  invalid_client: "The consumer secret is not that of the consumer key",
  invalid_grant: "Salesforce gives no token: look at the app's client credentials flow and who it runs as",
};

export function classifyToken(response: ReceivedResponse): StepEnd {
  const token = isTaken(response) ? parseAnswer(tokenAnswer, response) : undefined;
  if (token !== undefined) return { outcome: "onward", token: { value: token.access_token, expiresInMs } };
  if (isTaken(response)) return refuse(response, "Salesforce gave no token");
  const { error = "", error_description = "" } = parseAnswer(errorAnswer, response) ?? {};
  if (/retry your request|login rate exceeded/i.test(error_description)) return retryLater(response);
  const said = wrong[error];
  return said === undefined ? classifyStatus(response) : refuse(response, said);
}
