import type { HeaderReader } from "../request-signature/signature-headers.ts";
import { timestampPattern } from "../request-signature/header-grammar.ts";
import { fromBase64, webhookSecretBytes } from "./webhook-secret.ts";

/** `problem`: in a few words, for whoever signed it. */
type CheckedWebhook = { ok: true; id: string } | { ok: false; problem: string };

const idPattern = /^[\x21-\x2d\x2f-\x7e]{1,255}$/;
/** As many as a rotation needs, and some; each is computed with. */
const mostSignatures = 5;

interface WebhookToCheck {
  /** As they came; the raw bytes, before any decoding. */
  headers: HeaderReader;
  body: Uint8Array;
  /** `whsec_…` */
  secret: string;
  nowMs: number;
  /** How far its time may lie behind ours, and ahead of it. */
  oldestSeconds: number;
  aheadSeconds: number;
}

/** True to Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body`, of which any signature may fit; compared in constant time. */
export async function checkWebhook(webhook: WebhookToCheck): Promise<CheckedWebhook> {
  const { headers, body, secret, nowMs, oldestSeconds, aheadSeconds } = webhook;
  const [id, timestamp, signatures] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) =>
    headers.get(name),
  );
  if (id == null || timestamp == null || signatures == null)
    return wrong("webhook-id, webhook-timestamp and webhook-signature should all be there");
  if (!idPattern.test(id))
    return wrong("webhook-id should be 1 to 255 visible ASCII characters without a dot");
  if (!timestampPattern.test(timestamp)) return wrong("webhook-timestamp should be the unix time in seconds");
  const ageSeconds = Math.floor(nowMs / 1000) - Number(timestamp);
  if (ageSeconds > oldestSeconds || ageSeconds < -aheadSeconds)
    return wrong("webhook-timestamp is too far from our time: set the machine's clock");
  const bytes = webhookSecretBytes(secret);
  if (bytes === undefined) throw new RangeError("Cannot check: the secret is malformed");
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, [
    "verify",
  ]);
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(head.length + body.length);
  signed.set(head);
  signed.set(body, head.length);
  const given = signatures
    .split(" ")
    .slice(0, mostSignatures)
    .flatMap((one) => (one.startsWith("v1,") ? [fromBase64(one.slice(3))] : []))
    .filter((one) => one !== undefined);
  const fit = await Promise.all(given.map((one) => crypto.subtle.verify("HMAC", key, one, signed)));
  return fit.includes(true)
    ? { ok: true, id }
    : wrong("no webhook-signature of version v1 fits the body as it was sent");
}

const wrong = (problem: string): CheckedWebhook => ({ ok: false, problem });
