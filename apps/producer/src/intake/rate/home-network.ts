const groupsInAddress = 8;
const groupsInNetwork = 4;

/**
 * What is counted as one caller: an IPv4 address as it is, an IPv6 one as its /64, within which one machine has every
 * address to itself. Expects an address as Cloudflare writes it; any other text is kept as it is.
 */
export function homeNetwork(ip: string): string {
  if (!ip.includes(":") || ip.includes(".")) return ip;
  const [head = "", tail] = ip.toLowerCase().split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const left = Math.max(0, groupsInAddress - before.length - after.length);
  const groups = tail === undefined ? before : [...before, ...Array<string>(left).fill("0"), ...after];
  return `${groups
    .slice(0, groupsInNetwork)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
