import { checkSignature } from "@leadrelay/signing/request-signature/check-signature";
import { maxSkewSeconds } from "@leadrelay/signing/request-signature/header-grammar";
import { readSignatureHeaders } from "@leadrelay/signing/request-signature/read-signature-headers";
import { carriesSignature } from "@leadrelay/signing/request-signature/signature-headers";
import {
  signatureProblems,
  type SignatureProblem,
} from "@leadrelay/signing/request-signature/signature-problem";
import { checkWebhook } from "@leadrelay/signing/webhooks/check-webhook";
import type { SourceRequest, Verified, VerifyContext } from "../door.ts";
import { webhookSpelling } from "./webhook-spelling.ts";

/** A gateway that repeats a request for a day repeats its signature with it; the nonce makes of all of them one. */
const windowSeconds = 24 * 3600;

/** By whichever signature the request carries. Its nonce, or the webhook's id, is its dedupe key. */
export async function verify(
  request: SourceRequest,
  { secret }: { secret: string },
  { nowMs }: Pick<VerifyContext, "nowMs">,
): Promise<Verified> {
  const { headers, body } = request;
  if (carriesSignature(headers)) return byRequestSignature(request, secret, nowMs);
  if (headers.get("webhook-signature") === null)
    return wrong(
      "unsigned",
      "Sign the request: docs/signing.md says how, or as Standard Webhooks do. GET this address for an example.",
    );
  const checked = await checkWebhook({
    headers,
    body,
    secret: webhookSpelling(secret),
    nowMs,
    oldestSeconds: windowSeconds,
    aheadSeconds: maxSkewSeconds,
  });
  return checked.ok
    ? { ok: true, key: `webhook:${checked.id}`, isProven: true }
    : wrong("webhook_signature", `${checked.problem}.`);
}

async function byRequestSignature(request: SourceRequest, secret: string, nowMs: number): Promise<Verified> {
  const read = readSignatureHeaders(request.headers, nowMs, windowSeconds);
  if (!read.ok) return refused(read.problem);
  return (await checkSignature(read, [secret], request))
    ? { ok: true, key: `nonce:${read.nonce}`, isProven: true }
    : refused("signature_mismatch");
}

const refused = (problem: SignatureProblem): Verified => {
  const { title, whatToDo } = signatureProblems[problem];
  if (problem === "signature_timestamp_skew")
    return wrong(
      problem,
      "The timestamp is more than a day old, or more than 300 seconds ahead. Set the machine's clock.",
    );
  return wrong(problem, `${title}. ${whatToDo}`);
};

const wrong = (code: string, detail: string): Verified => ({ ok: false, status: 401, code, detail });
