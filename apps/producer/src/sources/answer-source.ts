import type { SourceAnswer } from "@leadrelay/sources/answers/source-answer";
import { answer as signedAnswer } from "@leadrelay/sources/signed/answer";
import type { SourceOutcome } from "@leadrelay/sources/door";
import type { EdgeSource } from "./edge-source.ts";

/** An outcome in the words of its door, or what its handshake answers. */
export function answerSource(given: SourceOutcome | SourceAnswer, { door, settings }: EdgeSource): Response {
  return respond("kind" in given ? door.answer(given, settings) : given);
}

/** Where nobody knows the door: a problem of RFC 9457. */
export const plainAnswer = (outcome: SourceOutcome): Response => respond(signedAnswer(outcome));

function respond({ status, contentType, body }: SourceAnswer): Response {
  const headers = {
    "content-type": contentType,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
  return new Response(body, {
    status,
    headers: status === 503 || status === 429 ? { ...headers, "retry-after": "60" } : headers,
  });
}
