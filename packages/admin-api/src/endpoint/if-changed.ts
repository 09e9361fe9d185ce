import { toResponse, type RawAnswer } from "./raw-answer.ts";

/** The weak tag of what an answer says: the same for the same words. */
async function tagOf(body: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body)));
  return `W/"${[...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
}

/** Whether `If-None-Match` names a tag; `*` is none of ours. */
const names = (header: string | undefined, tag: string): boolean =>
  header?.split(",").some((one) => one.trim() === tag) === true;

/**
 * What a reading is answered with, under a tag by which it can be asked for anew: an answer that says nothing but what its asker
 * names the tag of is a 304, and tells nobody anything, so that `tell` is not called. What has a version keeps that as its tag.
 */
export async function answerIfChanged(
  answer: RawAnswer,
  ifNoneMatch: string | undefined,
  tell: () => Promise<void>,
): Promise<Response> {
  if (answer.headers["etag"] !== undefined) {
    await tell();
    return toResponse(answer);
  }
  const tag = await tagOf(answer.body);
  if (names(ifNoneMatch, tag)) return new Response(null, { status: 304, headers: { etag: tag } });
  await tell();
  return toResponse(answer, { etag: tag });
}
