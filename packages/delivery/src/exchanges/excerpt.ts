import { charactersOf, longestCharacter } from "@leadrelay/contracts/characters-of";

const encoder = new TextEncoder();

/** The beginning of a text, at most so many bytes of UTF-8: no character, accent or emoji of it is cut in half. */
export function excerpt(text: string, mostBytes: number): { text: string; isCut: boolean } {
  const { read } = encoder.encodeInto(text, new Uint8Array(mostBytes));
  if (read === text.length) return { text, isCut: false };
  const start = Math.max(0, read - longestCharacter);
  const around = charactersOf(text.slice(start, read + longestCharacter));
  const whole = start + (around.containing(read - start)?.index ?? 0);
  return { text: text.slice(0, whole), isCut: true };
}
