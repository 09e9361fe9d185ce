import type { OutgoingRequest } from "@leadrelay/adapters/adapter";
import { secretsOf, spellings, withoutTexts } from "../redact.ts";
import { publicRequestHeaders } from "./public-headers.ts";

/**
 * Takes out of a text what nobody is shown of a request: secrets of the settings in any spelling, what its headers hold, and the parts of an address
 * that is itself a secret. The words of other addresses stay: `contacts` is no secret.
 */
export function hiddenIn(
  request: Pick<OutgoingRequest, "url" | "headers">,
  secrets: readonly string[],
): (text: string) => string {
  const hidden = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => !publicRequestHeaders.has(name)),
  );
  const url = isSecretAddress(request.url, secrets) ? request.url : "";
  const texts = [...secretsOf({ url, headers: hidden }), ...secrets.flatMap(spellings)];
  return (text) => withoutTexts(text, texts);
}

/** One of the secrets is an address at the same host. */
export function isSecretAddress(url: string, secrets: readonly string[]): boolean {
  const host = URL.parse(url)?.host;
  return secrets.some((secret) => URL.parse(secret)?.host === host);
}
