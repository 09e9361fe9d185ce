import { fromBase64Url } from "@leadrelay/signing/base64-url";
import { toBase64 } from "@leadrelay/signing/webhooks/webhook-secret";

/** The same 32 bytes as libraries for Standard Webhooks read a secret: `whsec_` and base64. @param secret `lrs_…` */
export const webhookSpelling = (secret: string): string =>
  `whsec_${toBase64(fromBase64Url(secret.slice("lrs_".length)))}`;
