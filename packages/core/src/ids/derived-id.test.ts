import { expect, it } from "vitest";
import { deadLetterId, deliveryId, deliveryLetterId, derivedId, eventId } from "./derived-id.ts";

const hexOf = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** SHA-256 over the parts, each with its length before it, with the version and variant of a UUIDv8 set in it. */
async function expected(...parts: string[]): Promise<string> {
  const text = new TextEncoder().encode(parts.map((part) => `${part.length}:${part}`).join(""));
  const hash = hexOf(await crypto.subtle.digest("SHA-256", text));
  const variant = "89ab".charAt(Number.parseInt(hash.charAt(16), 16) % 4);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}

it.each([[["a"]], [["event", "s", "lead.created"]], [["ü", ""]], [[]], [["1", "2", "3", "4"]]])(
  "the parts %j make the UUIDv8 of their hash",
  async (parts) => expect(derivedId(...parts)).toBe(await expected(...parts)),
);

it("parts that read the same one after the other are told apart", () => {
  const ids = [derivedId("ab", "c"), derivedId("a", "bc"), derivedId("abc"), derivedId("abc", "")];
  expect(new Set(ids).size).toBe(ids.length);
});

it("each kind of child has ids of its own, which every version must derive the same", async () => {
  expect(eventId("s", "lead.created")).toBe(await expected("event", "s", "lead.created"));
  expect(deliveryId("e", "make")).toBe(await expected("delivery", "e", "make"));
  expect(deadLetterId("poison", "s")).toBe(await expected("dead_letter", "poison", "s"));
  expect(deliveryLetterId("d", 3)).toBe(await expected("dead_letter", "d", "3"));
});
