import { networkOf, parseAddress } from "./parse-address.ts";
import { prefixLengthsOf } from "./prefix-lengths.ts";

/**
 * Every canonical network that may stand in a list and hold this address, narrowest first: the keys to look up.
 * Empty for what is no address.
 */
export function candidateCidrs(ip: string): string[] {
  const address = parseAddress(ip);
  if (address === undefined) return [];
  return prefixLengthsOf(address).map((prefixLength) => networkOf(address, prefixLength));
}
