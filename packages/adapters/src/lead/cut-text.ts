let segmenter: Intl.Segmenter | undefined;

/** Made when the first long text comes: to make one takes more of a Worker's start than all else here. */
const charactersOf = (text: string): Intl.Segments =>
  (segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" })).segment(text);

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

/** Of a character that is a family of emoji, in UTF-16 units, with room to spare. */
const longestCharacter = 64;

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
