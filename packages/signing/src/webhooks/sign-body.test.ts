import * as fc from "fast-check";
import { expect, it } from "vitest";
import { signBody } from "./sign-body.ts";

it.each([
  [
    "RFC 4231's second case",
    "what do ya want for nothing?",
    "Jefe",
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  ],
  [
    "OpenSSL's, of UTF-8 and of a secret whose text is the key",
    '{"event":"lead.created","data":{"name":"Zoë 🦊"}}',
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "86f36d84a535fd82657b0e6b61701fd83b9bb01779013f28ced6fb139fa34850",
  ],
])("is hexadecimal HMAC-SHA256 of the body: %s", async (_whose, body, secret, hex) => {
  expect(await signBody(body, secret)).toBe(hex);
});

it("another body or another secret is another signature, always of 64 small digits", async () => {
  const texts = fc.string({ unit: "binary", maxLength: 100 });
  const secrets = fc.string({ minLength: 16, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(texts, texts, secrets, secrets, async (body, otherBody, secret, otherSecret) => {
      fc.pre(body.isWellFormed() && otherBody.isWellFormed());
      const signature = await signBody(body, secret);
      expect(signature).toMatch(/^[0-9a-f]{64}$/);
      expect((await signBody(otherBody, secret)) === signature).toBe(body === otherBody);
      expect((await signBody(body, otherSecret)) === signature).toBe(secret === otherSecret);
    }),
  );
});
