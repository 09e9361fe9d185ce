const encoder = new TextEncoder();
const characters = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Of a character that is a family of emoji, in UTF-16 units, with room to spare. */
const longestCharacter = 64;

/** The beginning of a text, at most so many bytes of UTF-8: no character, accent or emoji of it is cut in half. */
export function excerpt(text: string, mostBytes: number): { text: string; isCut: boolean } {
  const { read } = encoder.encodeInto(text, new Uint8Array(mostBytes));
  if (read === text.length) return { text, isCut: false };
  const start = Math.max(0, read - longestCharacter);
  const around = characters.segment(text.slice(start, read + longestCharacter));
  const whole = start + (around.containing(read - start)?.index ?? 0);
  return { text: text.slice(0, whole), isCut: true };
}
