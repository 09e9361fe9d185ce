import { logEvent } from "@leadrelay/contracts/log-event";
import { hashOfSecret } from "@leadrelay/signing/callbacks/callback-secret";
import type { SourceOutcome } from "@leadrelay/sources/door";
import type { Dependencies } from "../dependencies.ts";
import type { WaitUntil } from "../intake/counts/intake-tally.ts";
import { readBytes } from "../intake/body/read-bytes.ts";
import { answerSource, plainAnswer } from "./answer-source.ts";
import type { EdgeSource } from "./edge-source.ts";
import { formOf } from "./form-of-source.ts";
import { postingPage } from "./posting-page.ts";
import type { SourceRoute } from "./source-route.ts";
import { takeIn, unread } from "./take-in.ts";

/** `/s/{source key}` and `/v1/leads`: leads of another system, by a door of its own, into the same submission message. */
export async function handleSource(
  request: Request,
  route: SourceRoute,
  dependencies: Dependencies,
  waitUntil: WaitUntil,
): Promise<Response> {
  const read = await readBytes(request);
  const key = keyIn(route, request.headers);
  if (key === undefined) return plainAnswer(unsaidKey);
  const lookup = await dependencies.sources.lookUp(await hashOfSecret(key));
  if (lookup.kind === "unavailable") {
    logEvent("source.unavailable", { reason: lookup.reason });
    return plainAnswer(again);
  }
  const source = lookup.kind === "found" ? lookup.kept : undefined;
  if (source === undefined || isOver(source, dependencies.now()) || source.door.foundBy !== route.foundBy)
    return plainAnswer(unknownSource);
  if (read.kind === "refused") return answerSource(unread(read), source);
  const { method, url, headers } = request;
  const given = { method, url, headers, body: new Uint8Array(read.bytes) };
  const handshake = await source.door.handshake?.(given, source.settings);
  if (handshake !== undefined) return answerSource(handshake, source);
  if (source.door.foundBy === "key" && isReading(request))
    return postingPage(request, source, await formOf(source, dependencies));
  return answerSource(await takeIn(given, headers, source, dependencies, waitUntil), source);
}

const isReading = ({ method }: Request) => method === "GET" || method === "HEAD";

const keyIn = (route: SourceRoute, headers: Headers): string | undefined =>
  route.foundBy === "address" ? route.key : (route.keyId ?? headers.get("x-leadrelay-key")?.trim());

const isOver = ({ until }: EdgeSource, nowMs: number) => until !== null && until <= nowMs;

const unknownSource: SourceOutcome = {
  kind: "refused",
  status: 404,
  code: "unknown_source",
  detail:
    "There is no source at this address, or its key was rotated: `leadrelay source list` lists those there are.",
};
const unsaidKey: SourceOutcome = {
  kind: "refused",
  status: 401,
  code: "signature_header_missing",
  detail: "Send the key's id as X-LeadRelay-Key, or post to /v1/leads/{key id}, and sign the request.",
};
const again: SourceOutcome = {
  kind: "again",
  code: "unavailable",
  detail: "Nothing was taken, because the source could not be looked up. Send it again in a minute.",
};
