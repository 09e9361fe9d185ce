import { charactersOf, longestCharacter } from "@leadrelay/contracts/characters-of";

/**
 * A text of at most so many UTF-16 units, as most receivers count; a longer one ends in "…", and no character, accent or emoji of it is cut
 * in half.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = most - 1;
  let kept = "";
  // One character may be longer than any limit: of what is far beyond, nothing is looked at.
  for (const { segment } of charactersOf(text.slice(0, most + longestCharacter))) {
    if (kept.length + segment.length > room) break;
    kept += segment;
  }
  return most < 1 ? "" : `${kept}…`;
}

/** The same by bytes of UTF-8. */
export function cutBytes(text: string, mostBytes: number): string {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= mostBytes) return text;
  const room = mostBytes - encoder.encode("…").length;
  let kept = "";
  let bytes = 0;
  for (const { segment } of charactersOf(text.slice(0, mostBytes))) {
    bytes += encoder.encode(segment).length;
    if (bytes > room) break;
    kept += segment;
  }
  return room < 0 ? "" : `${kept}…`;
}
