import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64Url } from "./base64-url.ts";
import { createSealer, isMasterKeys } from "./seal.ts";

const oldKey = `k1:${btoa("a".repeat(32))}`;
const newKey = `k2:${btoa("b".repeat(32))}`;
const at = { table: "destinations", row: "dst_1", column: "sealed_settings" };

describe("a sealed text", () => {
  it("opens where it was sealed, whatever it says", async () => {
    const sealer = await createSealer(newKey);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        fc.pre(text.isWellFormed());
        expect(await sealer.open(await sealer.seal(text, at), at)).toBe(text);
      }),
    );
  });

  it.each([
    { ...at, table: "config" },
    { ...at, row: "dst_2" },
    { ...at, column: "name" },
  ])("does not open at %o", async (elsewhere) => {
    const sealer = await createSealer(newKey);
    const sealed = await sealer.seal("secret", at);
    await expect(sealer.open(sealed, elsewhere)).rejects.toThrow();
  });

  it("does not open when a character of it was changed", async () => {
    const sealer = await createSealer(newKey);
    const sealed = await sealer.seal("secret", at);
    for (let index = 0; index < sealed.length - 1; index += 1) {
      const changed = sealed.slice(0, index) + (sealed[index] === "A" ? "B" : "A") + sealed.slice(index + 1);
      await expect(sealer.open(changed, at)).rejects.toThrow();
    }
  });

  it("is another one each time, and names its key", async () => {
    const sealer = await createSealer(newKey);
    const [first, second] = [await sealer.seal("secret", at), await sealer.seal("secret", at)];
    expect(first).not.toBe(second);
    expect(first).toMatch(/^v1\.k2\./);
  });
});

it("what is sealed opens with no other master key, whatever its id", async () => {
  const sealed = await (await createSealer(newKey)).seal("secret", at);
  const other = await createSealer(`k2:${btoa("c".repeat(32))}`);
  await expect(other.open(sealed, at)).rejects.toThrow();
});

it("a master key is the bytes that its base64 says: AES-GCM as written down opens what it sealed", async () => {
  const sealed = await (await createSealer(newKey)).seal("secret", at);
  const [, , iv = "", data = ""] = sealed.split(".");
  const bytes = new TextEncoder().encode("b".repeat(32));
  const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["decrypt"]);
  const additionalData = new TextEncoder().encode("destinations\ndst_1\nsealed_settings");
  const opened = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: fromBase64Url(iv), additionalData },
    key,
    fromBase64Url(data),
  );
  expect(new TextDecoder().decode(opened)).toBe("secret");
});

it("master keys of a list may stand after a space", () => {
  expect(isMasterKeys(`${newKey}, ${oldKey}`)).toBe(true);
});

describe("while a key is rotated", () => {
  it("the first key seals and every one opens", async () => {
    const before = await (await createSealer(oldKey)).seal("secret", at);
    const rotating = await createSealer(`${newKey}, ${oldKey}`);
    expect(await rotating.open(before, at)).toBe("secret");
    expect(await rotating.seal("secret", at)).toMatch(/^v1\.k2\./);
  });

  it("a key that is gone is named, and the secret is not", async () => {
    const before = await (await createSealer(oldKey)).seal("secret", at);
    const sealer = await createSealer(newKey);
    await expect(sealer.open(before, at)).rejects.toThrow('no master key with id "k1"');
  });
});

it.each(["", "k1", "k1:", `k1:${btoa("short")}`, `:${btoa("a".repeat(32))}`, `${oldKey},`, `${oldKey},k2`])(
  "%j is no master key",
  async (text) => {
    expect(isMasterKeys(text)).toBe(false);
    await expect(createSealer(text)).rejects.toThrow("32 bytes in base64");
  },
);

describe("a sealed text that is none", () => {
  it.each([
    ["of another version", (sealed: string) => sealed.replace("v1.", "v2."), 'no master key with id "k2"'],
    ["without its ciphertext", (sealed: string) => sealed.split(".").slice(0, 3).join("."), "no master key"],
    ["without its nonce", (sealed: string) => sealed.split(".").slice(0, 2).join("."), "no master key"],
    ["of one word", () => "sealed", 'no master key with id ""'],
    ["that is empty", () => "", 'no master key with id ""'],
  ])("%s is refused, and says where it was", async (_what, change, message) => {
    const sealer = await createSealer(newKey);
    const opened = sealer.open(change(await sealer.seal("secret", at)), at);
    await expect(opened).rejects.toThrow(message);
    await expect(opened).rejects.toThrow("Cannot open the sealed destinations.sealed_settings");
  });
});

it("a sealed text has four parts: version, key id, a nonce of 12 bytes, and the text with 16 bytes more", async () => {
  const sealed = await (await createSealer(newKey)).seal("secret", at);
  const [version, id, nonce = "", data = "", ...rest] = sealed.split(".");
  expect([version, id, rest]).toEqual(["v1", "k2", []]);
  expect([
    atob(nonce.replaceAll("-", "+").replaceAll("_", "/")).length,
    Math.floor((data.length * 3) / 4),
  ]).toEqual([12, 22]);
});

it.each([
  ["x".repeat(32), true],
  ["x".repeat(33), false],
  ["Aa0_-", true],
  ["a b", false],
  ["ä", false],
])("a key may be named %s: %s", (id, may) => {
  expect(isMasterKeys(`${id}:${btoa("a".repeat(32))}`)).toBe(may);
});

it.each([
  `k1:${btoa("a".repeat(31))}`,
  `k1:${btoa("a".repeat(33))}`,
  `k1:${btoa("a".repeat(32))}x`,
  `x k1:${btoa("a".repeat(32))}`,
  `k1:${btoa("\u00ff".repeat(32)).replaceAll("/", "_")}`,
])("%j is no master key, nor beside one", (text) => {
  expect(isMasterKeys(text)).toBe(false);
  expect(isMasterKeys(`${oldKey},${text}`)).toBe(false);
});
