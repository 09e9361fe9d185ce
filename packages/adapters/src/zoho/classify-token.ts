import * as z from "zod/mini";
import type { ReceivedResponse, StepEnd } from "../adapter.ts";
import { classifyStatus, describeResponse, isTaken, refuse, waitAsked } from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";

const tokenAnswer = z.object({
  access_token: z.string().check(z.regex(/^[\x21-\x7e]{1,2000}$/)),
  expires_in: z.optional(z.number()),
});
const errorAnswer = z.object({ error: z.string(), error_description: z.optional(z.string()) });

/** Tokens live for an hour; some of Zoho's answers give that in ms. */
const longestSeconds = 3_600;
/** Ten tokens in ten minutes, and then none (Zoho, Refresh access tokens). */
const tooManyMs = 10 * 60_000;

/** What is wrong, by the error that Zoho gives with a 200 as often as with a 400. */
const wrong: Readonly<Record<string, string>> = {
  invalid_code: "Zoho takes the refresh token no more, or it is of another data centre",
  invalid_client: "Zoho does not know the client id in this data centre",
  invalid_client_secret: "The client secret is not that of the client id",
};

export function classifyToken(response: ReceivedResponse): StepEnd {
  const token = isTaken(response) ? parseAnswer(tokenAnswer, response) : undefined;
  if (token !== undefined) {
    const seconds = Math.min(Math.max(token.expires_in ?? longestSeconds, 0), longestSeconds);
    return { outcome: "onward", token: { value: token.access_token, expiresInMs: seconds * 1_000 } };
  }
  const failed = parseAnswer(errorAnswer, response);
  if (failed !== undefined && isTooMany(failed))
    return { outcome: "hold", error: describeResponse(response), waitMs: waitAsked(response) ?? tooManyMs };
  const said = failed === undefined ? undefined : wrong[failed.error];
  if (said !== undefined) return refuse(response, said);
  return isTaken(response) ? refuse(response, "Zoho gave no token") : classifyStatus(response);
}

const isTooMany = ({ error, error_description = "" }: z.output<typeof errorAnswer>): boolean =>
  error === "Access Denied" || /too many requests/i.test(error_description);
