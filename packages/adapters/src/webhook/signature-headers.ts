import { signBody } from "@leadrelay/signing/webhooks/sign-body";
import { signWebhook } from "@leadrelay/signing/webhooks/sign-webhook";
import type { OutgoingDelivery } from "../adapter.ts";
import { signatureHeader, signatureOf, type WebhookSettings } from "./settings.ts";

/**
 * By which its receiver knows a body for ours. During a rotation's overlap a signature by either secret is sent: Standard Webhooks has
 * both in one header; for HMAC alone the header goes on by the old secret until it ends, and the new one's stands in `…-New`.
 */
export async function signatureHeaders(
  settings: WebhookSettings,
  { delivery_public_id, attempted_at }: Pick<OutgoingDelivery, "delivery_public_id" | "attempted_at">,
  body: string,
): Promise<Record<string, string>> {
  const scheme = signatureOf(settings);
  const { secret } = settings;
  if (scheme === "none" || secret == null) return {};
  const previous = previousAt(settings, attempted_at);
  if (scheme === "standard") {
    const secrets = previous === undefined ? [secret] : [secret, previous];
    const timestamp = Math.floor(attempted_at / 1000);
    return signWebhook({ secrets, id: delivery_public_id, timestamp, body });
  }
  const header = signatureHeader(settings);
  if (previous === undefined) return { [header]: await signBody(body, secret) };
  return { [header]: await signBody(body, previous), [`${header}-New`]: await signBody(body, secret) };
}

/** The secret before a rotation, while its overlap lasts. */
const previousAt = ({ previous_secret, previous_until }: WebhookSettings, atMs: number): string | undefined =>
  previous_secret != null && previous_until != null && atMs < Date.parse(previous_until)
    ? previous_secret
    : undefined;
