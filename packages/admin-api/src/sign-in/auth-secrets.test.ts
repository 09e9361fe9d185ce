import { expect, it } from "vitest";
import { deriveAuthSecrets } from "./auth-secrets.ts";

const [oldBytes, newBytes] = [btoa("a".repeat(32)), btoa("b".repeat(32))];

it("a master key always makes the same secret, whatever it is called, and says nothing of itself", async () => {
  const [first] = await deriveAuthSecrets(`k1:${oldBytes}`);
  expect(await deriveAuthSecrets(`k9:${oldBytes}`)).toEqual([first]);
  expect(first?.value).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  expect(first?.value).not.toBe(oldBytes);
});

it("each key makes its own, in the order of the keys", async () => {
  const [before] = await deriveAuthSecrets(`k1:${oldBytes}`);
  const both = await deriveAuthSecrets(`k2:${newBytes}, k1:${oldBytes}`);
  expect(both[1]).toEqual(before);
  expect(new Set(both.map(({ value }) => value)).size).toBe(2);
  expect(new Set(both.map(({ version }) => version)).size).toBe(2);
});

it("what is no master key makes nothing", async () => {
  await expect(deriveAuthSecrets("k1:short")).rejects.toThrow("32 bytes in base64");
});
