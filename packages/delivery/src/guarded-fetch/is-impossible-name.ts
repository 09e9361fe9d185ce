/** RFC 1035, in characters. */
const longestLabel = 63;
const longestName = 253;

/** Zones of which no resolver knows a name, inside or outside (RFC 6761, 7686). */
const nobodyKnows = new Set(["invalid", "onion"]);

/** True for a name that DNS cannot hold or never answers for. @param host As `new URL()` has it, without the dot at its end. */
export function isImpossibleName(host: string): boolean {
  const labels = host.split(".");
  return (
    host.length > longestName ||
    labels.some((label) => label.length === 0 || label.length > longestLabel) ||
    nobodyKnows.has(labels.at(-1) ?? "")
  );
}
