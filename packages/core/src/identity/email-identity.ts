import { readEmail } from "../fields/read-email.ts";
import { isPlaceholderEmail } from "../placeholders/is-placeholder-email.ts";

/**
 * An e-mail address as it tells people apart: lower case, the domain in ASCII (`müller.example` is `xn--mller-kva.example`, as some
 * browsers send it: https://url.spec.whatwg.org/#idna). Undefined of what is no address, and of one that people type who give none.
 */
export function emailIdentity(typed: string | null | undefined): string | undefined {
  const address = readEmail(typed ?? "");
  return address === null || isPlaceholderEmail(address) ? undefined : emailSpelling(address);
}

/** The one spelling of an address under which it is compared and searched. */
export function emailSpelling(address: string): string {
  const at = address.lastIndexOf("@");
  if (at < 0) return address.toLowerCase();
  const domain = address.slice(at + 1).toLowerCase();
  const ascii = plainAscii.test(domain) ? domain : (URL.parse(`https://${domain}`)?.hostname ?? domain);
  return `${address.slice(0, at).toLowerCase()}@${ascii}`;
}

const plainAscii = /^[\x21-\x7e]*$/;
