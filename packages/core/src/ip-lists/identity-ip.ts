import { networkOf, parseAddress } from "./parse-address.ts";

const homeNetworkLength = 64;

/**
 * The address as an identity: IPv4 as it is, IPv6 as its /64, because a home gets a whole /64 and devices change within it.
 * @returns null for what is no address.
 */
export function identityIp(ip: string): string | null {
  const address = parseAddress(ip);
  if (address === undefined) return null;
  return address.kind() === "ipv4" ? address.toString() : networkOf(address, homeNetworkLength);
}
