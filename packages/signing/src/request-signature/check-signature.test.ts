import { expect, it } from "vitest";
import { hmacHex, keys, send, signedAt, toSign, verdict } from "../../test/sent-request.ts";
import { checkSignature } from "./check-signature.ts";
import { readSignatureHeaders, type SignatureRead } from "./read-signature-headers.ts";
import { requestTarget, signingText } from "./signing-text.ts";

const signed = await send();
const text = await signingText({ ...toSign, target: requestTarget(toSign.url) });

function read(): SignatureRead {
  const found = readSignatureHeaders(signed.headers, signedAt * 1000);
  if (!found.ok) throw new Error(found.problem);
  return found;
}

it("while a key is rotated, both of its secrets sign, and no third", async () => {
  const keyId = "lrk_BBBBBBBBBBBBBBBBBBBB";
  for (const secret of keys[keyId]) expect(await verdict(await send({ keyId, secret }))).toBe("accepted");
  expect(await verdict(await send({ keyId, secret: toSign.secret }))).toBe("signature_mismatch");
});

it("a key without a secret verifies nothing", async () => {
  expect(await checkSignature(read(), [], signed)).toBe(false);
});

it.each([
  "",
  "a",
  "\0",
  " ",
  "lrs_",
  "undefined",
  "null",
  "a".repeat(43),
  `lrs_${"a".repeat(42)}`,
  `lrs_${"a".repeat(44)}`,
])("%j is no secret, even when it made the signature", async (weak) => {
  const forged = { ...read(), signature: await hmacHex(weak, text) };
  expect(await checkSignature(forged, [weak], signed)).toBe(false);
  expect(await checkSignature(forged, [weak, toSign.secret], signed)).toBe(false);
  expect(await checkSignature(read(), [weak, toSign.secret], signed)).toBe(true);
});

it("a signature with any one bit flipped is none", async () => {
  const { signature, ...rest } = read();
  for (let bit = 0; bit < 256; bit += 1) {
    const digit = Number.parseInt(signature.charAt(bit >> 2), 16) ^ (1 << (bit & 3));
    const flipped = signature.slice(0, bit >> 2) + digit.toString(16) + signature.slice((bit >> 2) + 1);
    expect(await checkSignature({ ...rest, signature: flipped }, [toSign.secret], signed)).toBe(false);
  }
});

it("the body is bytes: not UTF-8 either, and of any view", async () => {
  const body = new Uint8Array([0, 255, 254, 13, 10, 0]);
  const sent = await send({ body });
  expect(await verdict({ ...sent, body: body.buffer })).toBe("accepted");
  expect(await verdict({ ...sent, body: new Uint8Array([9, ...body, 9]).subarray(1, 7) })).toBe("accepted");
  expect(await verdict({ ...sent, body: new TextDecoder().decode(body) })).toBe("signature_mismatch");
});

it.each([
  ["https://a.example/", "/"],
  ["https://a.example", ""],
  ["http://127.0.0.1:8788/api/leads?x=1#f", "/api/leads?x=1"],
  ["https://a.example/a/../b//c?q=o'b&r=%7e%2F?", "/a/../b//c?q=o'b&r=%7e%2F?"],
  ["https://a.example/a?", "/a?"],
  ["https://a.example/f/https://b.example/c", "/f/https://b.example/c"],
  ["https://a.example/ä|b", "/ä|b"],
])("%s is signed as %s", (url, target) => {
  expect(requestTarget(url)).toBe(target);
});
