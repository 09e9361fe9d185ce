import { describe, expect, it } from "vitest";
import { createPseudonyms } from "./pseudonyms.ts";

const keyOf = (id: string, byte: number) =>
  `${id}:${btoa(String.fromCharCode(...new Uint8Array(32).fill(byte)))}`;
const anna = "anna@example.com";

describe("the name of a text", () => {
  it("is the same for the same text and key, says nothing of the text, and is another's for another", async () => {
    const nameOf = await createPseudonyms(keyOf("a", 1));
    expect(await nameOf(anna)).toBe(await (await createPseudonyms(keyOf("b", 1)))(anna));
    expect(await nameOf(anna)).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(await nameOf(anna)).not.toBe(await nameOf("anna@example.org"));
  });

  it("hangs on the newest master key", async () => {
    const [newest, other] = [keyOf("a", 1), keyOf("b", 2)];
    const name = await (await createPseudonyms(newest))(anna);
    expect(await (await createPseudonyms(`${newest},${other}`))(anna)).toBe(name);
    expect(await (await createPseudonyms(`${other},${newest}`))(anna)).not.toBe(name);
  });

  it("needs a whole key", async () => {
    await expect(createPseudonyms("a:short")).rejects.toThrow("32 bytes in base64");
  });
});
