import ipaddr from "ipaddr.js";

const { IPv4, IPv6 } = ipaddr;

/** Global unicast; whatever lies outside embeds an IPv4 address, is local, or was never handed out. */
const globalUnicast = IPv6.parseCIDR("2000::/3");

/** Inside 2000::/3 and yet not the public internet, where ipaddr.js does not say so (RFC 9637). */
const documentation = IPv6.parseCIDR("3fff::/20");

/** True only for addresses of the public internet: anything private, special, embedded or malformed is not. */
export function isPublicAddress(address: string): boolean {
  if (IPv4.isValidFourPartDecimal(address)) return IPv4.parse(address).range() === "unicast";
  if (!IPv6.isValid(address)) return false;
  const parsed = IPv6.parse(address);
  return parsed.range() === "unicast" && parsed.match(globalUnicast) && !parsed.match(documentation);
}
