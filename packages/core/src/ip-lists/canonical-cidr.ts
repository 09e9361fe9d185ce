import { networkOf, parseAddress } from "./parse-address.ts";
import { prefixLengthsOf, supportedLengths } from "./prefix-lengths.ts";

const mappedBits = 96;

/**
 * How a list stores what an operator typed: host bits cleared, one spelling; a bare address is a network of one.
 * `error` is a sentence for the operator.
 */
export function canonicalCidr(text: string): { ok: true; cidr: string } | { ok: false; error: string } {
  const [typedAddress = "", typedLength, ...rest] = text.trim().split("/");
  const address = parseAddress(typedAddress);
  if (address === undefined || rest.length > 0)
    return {
      ok: false,
      error: `"${text}" is not an IP address or network such as 203.0.113.7 or 2001:db8::/48`,
    };
  const kind = address.kind();
  const isMapped = kind === "ipv4" && typedAddress.includes(":");
  const length = readLength(typedLength, kind === "ipv4" ? 32 : 128, isMapped);
  if (!prefixLengthsOf(address).includes(length)) {
    const name = kind === "ipv4" ? "IPv4" : "IPv6";
    return { ok: false, error: `An ${name} network can be ${supportedLengths[kind]}, not /${typedLength}` };
  }
  return { ok: true, cidr: networkOf(address, length) };
}

function readLength(typed: string | undefined, whole: number, isMapped: boolean): number {
  if (typed === undefined) return whole;
  if (!/^\d{1,3}$/.test(typed)) return Number.NaN;
  return Number(typed) - (isMapped ? mappedBits : 0);
}
