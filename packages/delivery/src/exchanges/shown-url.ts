import { urlHint } from "@leadrelay/adapters/url-hint";
import { spellings, withoutTexts } from "../redact.ts";
import { isSecretAddress } from "./hidden-in.ts";

/**
 * An address without what would let somebody in: whole where every destination of its kind has it, host and end where it is itself a secret.
 * @param secrets of the destination's settings
 */
export function shownUrl(url: string, secrets: readonly string[]): string {
  if (!URL.canParse(url)) return "…";
  return isSecretAddress(url, secrets) ? urlHint(url) : withoutTexts(url, secrets.flatMap(spellings));
}
