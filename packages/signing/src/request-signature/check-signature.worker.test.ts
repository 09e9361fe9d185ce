import { expect, it } from "vitest";
import { knownAnswers } from "../../test/known-answers.ts";
import { checkSignature } from "./check-signature.ts";
import { readSignatureHeaders } from "./read-signature-headers.ts";
import { signRequest } from "./sign-request.ts";

it.each(knownAnswers)(
  "in a Worker, openssl signs $request.method like us",
  async ({ request, signature }) => {
    const headers = await signRequest(request);
    expect(headers["X-LeadRelay-Signature"]).toBe(`v1=${signature}`);

    const { method, url, body = "" } = request;
    const received = new Request(url, { method, headers, ...(body === "" ? {} : { body }) });
    const read = readSignatureHeaders(received.headers, request.timestamp * 1000);
    if (!read.ok) throw new Error(read.problem);
    const sent = { method: received.method, url: received.url, body: await received.arrayBuffer() };
    expect(await checkSignature(read, [request.secret], sent)).toBe(true);
    expect(await checkSignature(read, [request.secret.toLowerCase()], sent)).toBe(false);
    expect(await checkSignature(read, ["", request.secret.slice(0, -1)], sent)).toBe(false);
  },
);

it("in a Worker, a header sent twice is seen as such", async () => {
  const [answer] = knownAnswers;
  const headers = new Headers(answer ? await signRequest(answer.request) : {});
  headers.append("x-leadrelay-nonce", "0123456789abcdef_-ABCDEF");
  expect(readSignatureHeaders(headers, 1_790_000_000_000)).toMatchObject({
    problem: "signature_header_doubled",
  });
});
