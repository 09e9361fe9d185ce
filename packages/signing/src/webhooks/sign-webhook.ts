import { toBase64, webhookSecretBytes } from "./webhook-secret.ts";

/** A request that Standard Webhooks 1.0.0 describes. */
export interface WebhookToSign {
  /** `whsec_…`: the newest first, and during a rotation's overlap the one before it. */
  secrets: readonly string[];
  /** The same for every try; without a dot. */
  id: string;
  /** Of this try, unix seconds. */
  timestamp: number;
  /** Exactly what is sent. */
  body: string;
}

/**
 * `webhook-id`, `webhook-timestamp` and `webhook-signature`, which holds a signature by each secret (standardwebhooks.com, version 1.0.0).
 * Throws a RangeError on what no receiver could verify; it names the part and never the secret.
 */
export async function signWebhook({
  secrets,
  id,
  timestamp,
  body,
}: WebhookToSign): Promise<Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>> {
  requirePart("id", /^[^.\s]+$/.test(id));
  requirePart("timestamp", Number.isSafeInteger(timestamp) && timestamp > 0);
  requirePart("list of secrets", secrets.length > 0);
  const text = `${id}.${timestamp}.${body}`;
  const signatures = await Promise.all(secrets.map((secret) => signatureOf(text, secret)));
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatures.join(" "),
  };
}

async function signatureOf(text: string, secret: string): Promise<string> {
  const bytes = webhookSecretBytes(secret);
  if (bytes === undefined) throw notToSign("secret");
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return `v1,${toBase64(new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text))))}`;
}

function requirePart(name: string, valid: boolean): void {
  if (!valid) throw notToSign(name);
}

const notToSign = (part: string) => new RangeError(`Cannot sign: the ${part} is malformed`);
