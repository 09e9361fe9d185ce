import { apiProblem } from "../problems/api-problem.ts";

/** The version of a thing, in ms, as RFC 9110 quotes it. */
export const etagOf = (version: number) => `"${version}"`;

/** The version `If-Match` names; null for `*`, which takes any. Throws 428 without one, 400 for what no ETag of ours is. */
export function readIfMatch(header: string | undefined): number | null {
  if (header === undefined)
    throw apiProblem("precondition-required", "Send If-Match with the ETag you read, or * to overwrite.");
  if (header === "*") return null;
  const version = /^"(\d{1,16})"$/.exec(header)?.[1];
  if (version === undefined)
    throw apiProblem("malformed-request", "If-Match should be one ETag as it was read, or *.");
  return Number(version);
}
