import { expect, it } from "vitest";
import { send, signedAt, toSign, verdict } from "../../test/sent-request.ts";
import { readSignatureHeaders } from "./read-signature-headers.ts";
import { carriesSignature, signatureHeaders } from "./signature-headers.ts";

const { headers } = await send();

it("what was read is what was sent", () => {
  expect(readSignatureHeaders(headers, signedAt * 1000)).toEqual({
    ok: true,
    keyId: toSign.keyId,
    timestamp: signedAt,
    nonce: toSign.nonce,
    signature: expect.stringMatching(/^[0-9a-f]{64}$/),
    nonceExpiresAt: (signedAt + 301) * 1000,
  });
});

it.each([-300, -1, 0, 1, 300])("%i s after it was signed, a request is taken", async (seconds) => {
  expect(await verdict(await send(), seconds)).toBe("accepted");
});

it("once its nonce may be forgotten, a request is refused, and not a millisecond before", () => {
  const read = readSignatureHeaders(headers, signedAt * 1000);
  const expiresAt = read.ok ? read.nonceExpiresAt : 0;
  expect(readSignatureHeaders(headers, expiresAt - 1)).toMatchObject({ ok: true });
  expect(readSignatureHeaders(headers, expiresAt)).toMatchObject({ problem: "signature_timestamp_skew" });
});

it("a clock that is no number refuses", () => {
  expect(readSignatureHeaders(headers, Number.NaN)).toMatchObject({ problem: "signature_timestamp_skew" });
});

it("spaces around a value are no part of it, as everywhere in HTTP", () => {
  const padded = new Headers();
  for (const name of Object.values(signatureHeaders)) padded.append(name, ` \t${headers.get(name) ?? ""} `);
  expect(readSignatureHeaders(padded, signedAt * 1000)).toMatchObject({ ok: true, keyId: toSign.keyId });
});

it.each(Object.values(signatureHeaders))(
  "a request without %s is told so, and still counts as signed",
  (name) => {
    const lacking = new Headers();
    for (const other of Object.values(signatureHeaders))
      if (other !== name) lacking.append(other, headers.get(other) ?? "");
    expect(carriesSignature(lacking)).toBe(true);
    const refused = { ok: false, problem: "signature_header_missing", header: name };
    expect(readSignatureHeaders(lacking, signedAt * 1000)).toEqual(refused);
  },
);

it("a request with none of the four, or an empty one of them, is told apart", () => {
  expect(carriesSignature(new Headers({ cookie: "session=1" }))).toBe(false);
  expect(carriesSignature(new Headers({ [signatureHeaders.nonce]: "" }))).toBe(true);
});
