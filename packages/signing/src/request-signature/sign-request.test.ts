import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownAnswers } from "../../test/known-answers.ts";
import { anyRequest, signedParts } from "../../test/any-request.ts";
import { send, signedAt, toSign, verdict } from "../../test/sent-request.ts";
import { signRequest, type RequestToSign } from "./sign-request.ts";

it.each(knownAnswers)("openssl signs $request.method like us", async ({ request, signature }) => {
  expect(await signRequest(request)).toEqual({
    "X-LeadRelay-Key": request.keyId,
    "X-LeadRelay-Timestamp": "1790000000",
    "X-LeadRelay-Nonce": request.nonce,
    "X-LeadRelay-Signature": `v1=${signature}`,
  });
});

it.each<Partial<RequestToSign>>([
  { keyId: "" },
  { keyId: toSign.secret },
  { secret: "" },
  { secret: "lrs_short" },
  { secret: `${toSign.secret}\n` },
  { timestamp: 1.5 },
  { timestamp: -1 },
  { timestamp: Number.NaN },
  { timestamp: signedAt * 1000 },
  { nonce: "short" },
  { nonce: "n".repeat(129) },
])("%j is not signed, and the secret is not told", async (change) => {
  const failed = signRequest({ ...toSign, ...change });
  await expect(failed).rejects.toThrow(/^Cannot sign: the [a-z ]+ is malformed$/);
});

it.each<[string, Partial<RequestToSign>]>([
  ["key id", { keyId: "lrk_short" }],
  ["secret", { secret: "lrs_short" }],
  ["timestamp", { timestamp: 1.5 }],
  ["nonce", { nonce: "short" }],
])("what is wrong is named: the %s", async (part, change) => {
  await expect(signRequest({ ...toSign, ...change })).rejects.toThrow(
    `Cannot sign: the ${part} is malformed`,
  );
  await expect(signRequest({ ...toSign, ...change })).rejects.toBeInstanceOf(RangeError);
});

it("no body is the empty one", async () => {
  const { body: _, ...bodiless } = toSign;
  expect(await signRequest(bodiless)).toEqual(await signRequest({ ...toSign, body: "" }));
  expect(await signRequest({ ...toSign, body: undefined })).toEqual(await signRequest(bodiless));
});

it.each([
  ["https://a.example", "/"],
  ["https://a.example/a?", "/a?"],
  ["https://u:p@a.example/a/../b?q=o'b#top", "/b?q=o%27b"],
  ["https://a.example/ä|b?ü", "/%C3%A4|b?%C3%BC"],
])("%s is signed as fetch sends it: %s", async (url, target) => {
  const raw = `https://relay.example.com${target}`;
  expect(await verdict({ ...(await send({ url })), url: raw })).toBe("accepted");
});

it("a method is signed in upper case, however it was written", async () => {
  const sent = await send({ method: "patch" });
  expect(await verdict({ ...sent, method: "PATCH" })).toBe("accepted");
  expect(await verdict(sent)).toBe("accepted");
});

describe("whatever is sent", () => {
  it("what we sign is accepted", async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, async (request) => {
        expect(await verdict(await send(request))).toBe("accepted");
      }),
    );
  });

  it("a part taken from another request is refused", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRequest,
        anyRequest,
        fc.constantFrom(...signedParts),
        async (request, other, part) => {
          const [sent, another] = [await send(request), await send(other)];
          fc.pre(part.of(sent) !== part.of(another));
          expect(await verdict(part.put(sent, another))).toBe("signature_mismatch");
        },
      ),
    );
  });
});
