import { stripVTControlCharacters } from "node:util";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}{2}/u;
const zero = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u;
/** What East Asian Width (UAX 11) calls wide or full-width, by blocks. */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{18d08}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]$/u;

/** How many columns of a terminal a text takes, our colours aside: as `wcwidth` counts them, and an emoji is two whatever it is made of. */
export const textWidth = (text: string): number =>
  [...graphemes.segment(stripVTControlCharacters(text))].reduce(
    (sum, { segment }) => sum + graphemeWidth(segment),
    0,
  );

function graphemeWidth(grapheme: string): number {
  if (emoji.test(grapheme)) return 2;
  let width = 0;
  for (const character of grapheme) width += zero.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** The text with blanks up to this width, before it or behind. */
export function padTo(text: string, width: number, align: "left" | "right" = "left"): string {
  const blanks = " ".repeat(Math.max(0, width - textWidth(text)));
  return align === "left" ? text + blanks : blanks + text;
}

/** The text's beginning and end, with … for what between them has no room: how it ends is never lost. */
export function cutMiddle(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const parts = [...graphemes.segment(text)].map(({ segment }) => segment);
  const room = Math.max(0, width - 1);
  const end = taken(parts.toReversed(), Math.ceil(room / 2)).toReversed();
  const begin = taken(parts, room - textWidth(end.join("")));
  return `${begin.join("")}…${end.join("")}`;
}

function taken(parts: readonly string[], room: number): string[] {
  let width = 0;
  const count = parts.findIndex((part) => (width += graphemeWidth(part)) > room);
  return count === -1 ? [...parts] : parts.slice(0, count);
}
