import ipaddr from "ipaddr.js";

export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/**
 * Reads an address as a person or Cloudflare writes it. IPv4 inside IPv6 (`::ffff:203.0.113.7`) is IPv4; a zone (`%eth0`) is dropped.
 * @returns undefined for the rest, octal and short IPv4 included: `010.1` means too many things.
 */
export function parseAddress(text: string): Address | undefined {
  const [bare = ""] = text.trim().split("%");
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare);
  if (!ipaddr.IPv6.isValid(bare)) return undefined;
  const address = ipaddr.IPv6.parse(bare);
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

/** The network of this length around the address, canonical: `203.0.113.0/24`, `2001:db8::/48`. */
export function networkOf(address: Address, prefixLength: number): string {
  const bytes = address.toByteArray().map((byte, index) => {
    const keptBits = Math.min(8, Math.max(0, prefixLength - index * 8));
    return byte & (0xff << (8 - keptBits));
  });
  const network = bytes.length === 4 ? bytes.join(".") : ipaddr.fromByteArray(bytes).toString();
  return `${network}/${prefixLength}`;
}
