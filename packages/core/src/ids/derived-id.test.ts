import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { deadLetterId, deliveryId, deliveryLetterId, derivedId, eventId } from "./derived-id.ts";

/** SHA-256 over the parts, each with its length before it, with the version and variant of a UUIDv8 set in it. */
function expected(...parts: string[]): string {
  const hash = createHash("sha256")
    .update(parts.map((part) => `${part.length}:${part}`).join(""))
    .digest("hex");
  const variant = "89ab"[Number.parseInt(hash.charAt(16), 16) % 4];
  const groups = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
  ];
  return [...groups, hash.slice(20, 32)].join("-");
}

it.each([[["a"]], [["event", "s", "lead.created"]], [["ü", ""]], [[]], [["1", "2", "3", "4"]]])(
  "the parts %j make the UUIDv8 of their hash",
  (parts) => expect(derivedId(...parts)).toBe(expected(...parts)),
);

it("parts that read the same one after the other are told apart", () => {
  const ids = [derivedId("ab", "c"), derivedId("a", "bc"), derivedId("abc"), derivedId("abc", "")];
  expect(new Set(ids).size).toBe(ids.length);
});

it("each kind of child has ids of its own, which every version must derive the same", () => {
  expect(eventId("s", "lead.created")).toBe(expected("event", "s", "lead.created"));
  expect(deliveryId("e", "make")).toBe(expected("delivery", "e", "make"));
  expect(deadLetterId("poison", "s")).toBe(expected("dead_letter", "poison", "s"));
  expect(deliveryLetterId("d", 3)).toBe(expected("dead_letter", "d", "3"));
});
