import { signatureHeaders } from "@leadrelay/signing/request-signature/signature-headers";
import {
  requestTarget,
  signingText,
  type SignedParts,
} from "@leadrelay/signing/request-signature/signing-text";
import { hmacHex, toSign, withHeader, type SentRequest } from "./sent-request.ts";

/** What goes wrong between signer and server. */
export type Change = (sent: SentRequest) => SentRequest | Promise<SentRequest>;

const target = requestTarget(toSign.url);
const get = (sent: SentRequest, name: keyof typeof signatureHeaders) =>
  sent.headers.get(signatureHeaders[name]) ?? "";

/** The header arrives as this text; null: not at all. */
export const put =
  (name: keyof typeof signatureHeaders, value: string | null): Change =>
  (sent) =>
    withHeader(sent, name, value);

/** The header arrives edited. */
export const edit =
  (name: keyof typeof signatureHeaders, change: (value: string) => string): Change =>
  (sent) =>
    withHeader(sent, name, change(get(sent, name)));

/** The header is sent twice, as `Headers` shows it. */
export const twice =
  (name: keyof typeof signatureHeaders, again?: string): Change =>
  (sent) => {
    const headers = new Headers();
    for (const header of Object.values(signatureHeaders))
      headers.append(header, sent.headers.get(header) ?? "");
    headers.append(signatureHeaders[name], again ?? get(sent, name));
    return { ...sent, headers };
  };

/** Another request arrives under the same signature. */
export const arrivesAs =
  (part: Partial<SentRequest>): Change =>
  (sent) => ({ ...sent, ...part });

/** Another path and query arrive under the same signature. */
export const arrivesAt = (pathAndQuery: string) =>
  arrivesAs({ url: `https://relay.example.com${pathAndQuery}` });

/** The signer made its text in another way. */
export const signsText =
  (change: (text: string) => string): Change =>
  async (sent) => {
    const text = change(await signingText({ ...toSign, target }));
    return withHeader(sent, "signature", `v1=${await hmacHex(toSign.secret, text)}`);
  };

/** The signer signed other parts than it sent. */
export const signsParts =
  (change: Partial<SignedParts>): Change =>
  async (sent) => {
    const text = await signingText({ ...toSign, target, ...change });
    return withHeader(sent, "signature", `v1=${await hmacHex(toSign.secret, text)}`);
  };

/** The signer used another secret or hash. */
export const signsBy =
  (key: string, hash?: string): Change =>
  async (sent) => {
    const text = await signingText({ ...toSign, target });
    return withHeader(sent, "signature", `v1=${await hmacHex(key, text, hash)}`);
  };

/** One line of the signed text, counted from 0, is another. */
export const signsLine = (number: number, line: string | ((was: string) => string)) =>
  signsText((text) =>
    text
      .split("\n")
      .map((was, index) => (index === number ? (typeof line === "string" ? line : line(was)) : was))
      .join("\n"),
  );
