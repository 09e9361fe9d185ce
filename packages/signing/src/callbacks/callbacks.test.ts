import { describe, expect, test } from "vitest";
import { callbackText } from "./callback-text.ts";
import { createCallbackSigner, hashesAfter } from "./callback-signer.ts";
import {
  hashOfSecret,
  isCallbackKey,
  isOneOf,
  keyOfSecret,
  newCallbackKey,
  newCallbackSecret,
} from "./callback-secret.ts";
import { checkCallbackToken, clientOfToken } from "./check-callback-token.ts";
import { checkTwilioSignature } from "./check-twilio-signature.ts";

const master = (letter: string, id = "k1") => `${id}:${btoa(letter.repeat(32))}`;
const delivery = "6bbde7b5-7fdb-83e9-ab31-475779792369";

describe("a callback's token", () => {
  test("is the same whenever it is made, names its client, and is let in", async () => {
    const [one, other] = await Promise.all([
      createCallbackSigner(master("a")),
      createCallbackSigner(master("a")),
    ]);
    const token = await one.tokenOf("cli_1", delivery);
    expect(await other.tokenOf("cli_1", delivery)).toBe(token);
    expect(clientOfToken(token)).toBe("cli_1");
    expect(await checkCallbackToken(token, delivery, one.publicKeys)).toBe(true);
    expect(callbackText("a", "b")).not.toBe(callbackText("a\nb", ""));
  });

  test("of before a rotation of the master key is let in, of a key that is gone is not", async () => {
    const before = await createCallbackSigner(master("a"));
    const rotated = await createCallbackSigner(`${master("b", "k2")},${master("a")}`);
    const after = await createCallbackSigner(master("b", "k2"));
    const old = await before.tokenOf("cli_1", delivery);
    const fresh = await rotated.tokenOf("cli_1", delivery);
    expect(fresh).not.toBe(old);
    expect(await checkCallbackToken(old, delivery, rotated.publicKeys)).toBe(true);
    expect(await checkCallbackToken(fresh, delivery, rotated.publicKeys)).toBe(true);
    expect(await checkCallbackToken(old, delivery, after.publicKeys)).toBe(false);
  });

  test.each<[what: string, change: (token: string) => string, ofDelivery?: string]>([
    ["of another delivery", (token) => token, "6bbde7b5-7fdb-83e9-ab31-475779792368"],
    ["of another client", (token) => token.replace("cli_1", "cli_2")],
    [
      "with a letter changed",
      (token) => `${token.slice(0, 20)}${token[20] === "A" ? "B" : "A"}${token.slice(21)}`,
    ],
    ["cut short", (token) => token.slice(0, -1)],
    ["with a blank", (token) => `${token} `],
    ["that is empty", () => ""],
    ["that is a client and nothing else", () => "cli_1."],
    ["of zeros", () => `cli_1.${"A".repeat(86)}`],
  ])("%s is not let in", async (_what, change, ofDelivery = delivery) => {
    const { tokenOf, publicKeys } = await createCallbackSigner(master("a"));
    expect(await checkCallbackToken(change(await tokenOf("cli_1", delivery)), ofDelivery, publicKeys)).toBe(
      false,
    );
  });

  test("is not let in by keys that are none", async () => {
    const { tokenOf } = await createCallbackSigner(master("a"));
    const token = await tokenOf("cli_1", delivery);
    for (const keys of [[], [""], ["not a key"], ["AAAA"]])
      expect(await checkCallbackToken(token, delivery, keys)).toBe(false);
  });

  test("needs a master key", async () => {
    await expect(createCallbackSigner("nothing")).rejects.toThrow("master key");
  });
});

describe("a client's callback secret", () => {
  const key = newCallbackKey(new Uint8Array(12).fill(7));
  const secret = newCallbackSecret(key, new Uint8Array(32).fill(9));

  test("names its key", () => {
    expect(isCallbackKey(key)).toBe(true);
    expect(keyOfSecret(secret)).toBe(key);
    for (const none of ["", key, `${secret}x`, secret.slice(1), ` ${secret}`])
      expect(keyOfSecret(none)).toBeUndefined();
    for (const none of ["", "cbk_", secret, "cbk_0123456789abcde!"]) expect(isCallbackKey(none)).toBe(false);
  });

  test("is known by its hash, among several, and nothing else is", async () => {
    const [hash, other] = await Promise.all([hashOfSecret(secret), hashOfSecret(`${secret}x`)]);
    expect(isOneOf(hash, [hash])).toBe(true);
    expect(isOneOf(hash, [other, hash])).toBe(true);
    expect(isOneOf(hash, [hash, other])).toBe(true);
    for (const none of [[], [other], [""], [hash.slice(0, -1)], [`${hash}0`], [hash.toUpperCase()]])
      expect(isOneOf(hash, none)).toBe(false);
  });
});

describe("Twilio's signature", () => {
  // twilio.com/docs/usage/security: the example of Twilio's own page.
  const url = "https://mycompany.com/myapp.php?foo=1&bar=2";
  const signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
  const fields = [
    ["To", "+18005551212"],
    ["CallSid", "CA1234567890ABCDE"],
    ["Caller", "+14158675309"],
    ["From", "+14158675309"],
    ["Digits", "1234"],
  ] as const;
  const own = { signature, url, fields, token: "12345" };

  test.each<[what: string, changed: Partial<Record<keyof typeof own, unknown>>, isLetIn: boolean]>([
    ["of its auth token is let in", {}, true],
    ["of another token is not", { token: "12346" }, false],
    ["of another address is not", { url: `${url}&c=d` }, false],
    ["of another field is not", { fields: [...fields, ["Extra", "1"]] }, false],
    ["of a field less is not", { fields: fields.slice(1) }, false],
    ["that is empty is not", { signature: "" }, false],
    ["that is no base64 is not", { signature: "?".repeat(28) }, false],
    ["with something behind it is not", { signature: `${signature}=` }, false],
    ["with a letter changed is not", { signature: `S${signature.slice(1)}` }, false],
  ])("%s", async (_what, changed, isLetIn) => {
    const asked = { ...own, ...changed } as typeof own;
    const signed = { urls: [asked.url], fields: asked.fields };
    expect(await checkTwilioSignature(asked.signature, signed, asked.token)).toBe(isLetIn);
  });

  test("may be of any way that the address may have been written", async () => {
    const urls = [url.replace("https", "http"), url];
    expect(await checkTwilioSignature(signature, { urls, fields }, "12345")).toBe(true);
  });
});

describe("the secret that comes next", () => {
  const key = newCallbackKey(new Uint8Array(12).fill(1));

  test("is the same whenever it is made, a secret of its key, and known by its hash beforehand", async () => {
    const [one, other] = await Promise.all([
      createCallbackSigner(master("a")),
      createCallbackSigner(master("a")),
    ]);
    const first = await one.secretAfter(key, "hash");
    expect(await other.secretAfter(key, "hash")).toBe(first);
    expect(keyOfSecret(first)).toBe(key);
    const second = await one.secretAfter(key, await hashOfSecret(first));
    expect(second).not.toBe(first);
    expect(await hashesAfter(key, "hash", 2, other)).toEqual(
      await Promise.all([first, second].map(hashOfSecret)),
    );
    expect(await hashesAfter(key, "hash", 0, other)).toEqual([]);
  });

  test("is another of another key, behind another secret, and under another master key", async () => {
    const [one, other] = await Promise.all([
      createCallbackSigner(master("a")),
      createCallbackSigner(master("b")),
    ]);
    const made = await Promise.all([
      one.secretAfter(key, "hash"),
      one.secretAfter(newCallbackKey(new Uint8Array(12).fill(2)), "hash"),
      one.secretAfter(key, "hash of another"),
      other.secretAfter(key, "hash"),
    ]);
    expect(new Set(made.map((secret) => secret.split(".")[1])).size).toBe(4);
  });
});
