import { networkOf, parseAddress } from "../ip-lists/parse-address.ts";

/** What several hundred households share: no person can be told by it. */
const keptBits = { ipv4: 24, ipv6: 32 } as const;

/** The network around an address or within which a network lies: `203.0.113.0/24`. What is no address is hidden whole. */
export function maskIp(ip: string): string {
  const [bare = "", length] = ip.split("/");
  const address = parseAddress(bare);
  if (address === undefined) return "•••";
  return networkOf(address, Math.min(keptBits[address.kind()], Number(length ?? 128)));
}
