import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newWebhookSecret, toBase64, webhookSecretBytes } from "./webhook-secret.ts";

const bytes = (minLength: number, maxLength = minLength) => fc.uint8Array({ minLength, maxLength });

describe("a webhook secret", () => {
  it("of ours is one that can be signed with, whatever the bytes", () => {
    fc.assert(
      fc.property(bytes(32), (random) => {
        expect([...(webhookSecretBytes(newWebhookSecret(random)) ?? [])]).toEqual([...random]);
      }),
    );
  });

  it("is 24 to 64 bytes, padded or not", () => {
    fc.assert(
      fc.property(bytes(0, 100), (random) => {
        const fits = random.length >= 24 && random.length <= 64;
        for (const text of [toBase64(random), toBase64(random).replace(/=+$/, "")])
          expect(webhookSecretBytes(`whsec_${text}`) !== undefined).toBe(fits);
      }),
    );
  });

  it.each([0, 24, 31, 33])("is not made of %i bytes", (length) => {
    expect(() => newWebhookSecret(new Uint8Array(length))).toThrow(RangeError);
  });

  it.each([
    ["", "is nothing"],
    ["whsec_", "is nothing behind its mark"],
    ["MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "has no mark"],
    ["WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "has another mark"],
    ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS", "ends within a byte"],
    ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwA", "ends within four characters"],
    ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa_-", "is base64url"],
    ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n", "ends in a line feed"],
    [" whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "begins with a blank"],
    ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwAB==", "has bits to spare that are not zero"],
    ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2Ë", "is no ASCII"],
  ])("is not %j, which %s", (text) => {
    expect(webhookSecretBytes(text)).toBeUndefined();
  });
});
