import type { RequestToSign } from "@leadrelay/signing/request-signature/sign-request";

const secret = "lrs_9Jt0b3v6vK2bq8r1w4y7zA5cD0eF3gH6iJ9kL2mN5oP";
const shared = { keyId: "lrk_3hT9_xQ2-mZ7pL0aVc4R", secret, timestamp: 1_790_000_000 };

/** Signatures made with OpenSSL 3.0.19, `openssl dgst -sha256 -hmac`, as docs/signing.md does. */
export const knownAnswers: { request: RequestToSign; signature: string }[] = [
  {
    request: {
      ...shared,
      method: "PATCH",
      url: "https://relay.example.com/api/leads/01a1?fields=name%2Cemail&q=o%27b",
      nonce: "0123456789abcdef_-ABCDEF",
      body: '{"note":"Zoë – größer 🦊"}',
    },
    signature: "3e953281c6fb693f5f3d107a245c6f88af921c0cf19983f18cde8a6722ae48af",
  },
  {
    request: {
      ...shared,
      method: "GET",
      url: "https://relay.example.com/api/whoami",
      nonce: "0123456789abcdef_-ABCDEF",
    },
    signature: "18b915ca3a9b260026125d5e586b0f4e77abe4604d83653e1f6dffd2aa91f8d2",
  },
];
