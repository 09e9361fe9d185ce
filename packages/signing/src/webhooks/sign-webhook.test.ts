import * as fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { newWebhookSecret } from "./webhook-secret.ts";
import { signWebhook, type WebhookToSign } from "./sign-webhook.ts";

/** The vector of Standard Webhooks 1.0.0. */
const vector: WebhookToSign = {
  secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
};
const signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

it("signs the vector of Standard Webhooks as it says", async () => {
  expect(await signWebhook(vector)).toEqual({
    "webhook-id": vector.id,
    "webhook-timestamp": "1614265330",
    "webhook-signature": signature,
  });
});

it("signs with each secret, the newest first", async () => {
  const newer = newWebhookSecret(new Uint8Array(32).fill(7));
  const { "webhook-signature": both } = await signWebhook({ ...vector, secrets: [newer, ...vector.secrets] });
  const { "webhook-signature": alone } = await signWebhook({ ...vector, secrets: [newer] });
  expect(both).toBe(`${alone} ${signature}`);
});

it.each<[string, Partial<WebhookToSign>]>([
  ["id", { id: "" }],
  ["id", { id: "msg.1" }],
  ["id", { id: "msg 1" }],
  ["id", { id: "msg\r\n1" }],
  ["timestamp", { timestamp: 1.5 }],
  ["timestamp", { timestamp: 0 }],
  ["timestamp", { timestamp: Number.NaN }],
  ["list of secrets", { secrets: [] }],
  ["secret", { secrets: ["whsec_c2hvcnQ="] }],
  ["secret", { secrets: [...vector.secrets, "hunter2-hunter2"] }],
])("what cannot be verified is not signed, and no secret told: the %s of %j", async (part, change) => {
  const failed = signWebhook({ ...vector, ...change });
  await expect(failed).rejects.toThrow(new RangeError(`Cannot sign: the ${part} is malformed`));
});

describe("a receiver written with the standardwebhooks library", () => {
  const secret = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(newWebhookSecret);
  const now = () => Math.floor(Date.now() / 1000);
  const body = fc.string({ unit: "binary", maxLength: 300 }).map((text) => JSON.stringify({ text }));

  it("accepts what we sign, by the new and the old secret", async () => {
    await fc.assert(
      fc.asyncProperty(secret, secret, fc.uuid(), body, async (older, newer, id, text) => {
        const headers = await signWebhook({ secrets: [newer, older], id, timestamp: now(), body: text });
        for (const known of [older, newer])
          expect(new Webhook(known).verify(text, headers)).toEqual(JSON.parse(text));
      }),
      { numRuns: 40 },
    );
  });

  it("refuses another secret, another id, another time, and one byte changed", async () => {
    await fc.assert(
      fc.asyncProperty(secret, secret, body, fc.nat(), async (known, other, text, at) => {
        fc.pre(known !== other);
        const headers = await signWebhook({ secrets: [known], id: "one", timestamp: now(), body: text });
        const bytes = new TextEncoder().encode(text);
        const flipped = bytes.with(at % bytes.length, (bytes[at % bytes.length] ?? 0) ^ 1);
        const refuses = (changed: Record<string, string>, sent = text, by: string = known): void =>
          expect(() => new Webhook(by).verify(sent, { ...headers, ...changed })).toThrow();
        refuses({}, text, other);
        refuses({ "webhook-id": "two" });
        refuses({ "webhook-timestamp": String(now() - 10) });
        refuses({}, new TextDecoder().decode(flipped));
      }),
      { numRuns: 40 },
    );
  });
});
