import { cutMiddle, textWidth } from "./text-width.ts";

/** The text in lines of at most this width, broken between words; a word that is longer keeps its beginning and its end. */
export const wrapWords = (text: string, width: number): string[] =>
  text.split("\n").flatMap((line) =>
    wrapLine(
      line,
      line.split(" ").map((word) => cutMiddle(word, width)),
      width,
    ),
  );

/** The same of sentences, with each command of ours whole, longer than the width or not: it is copied, and a line feed would run its half. */
export const wrapSentences = (
  text: string,
  width: number,
  measure: (text: string) => number = textWidth,
): string[] =>
  text
    .split("\n")
    .flatMap((line) => wrapLine(line, line.match(words)?.map(String) ?? [line], width, measure));

/** Without its backticks a command goes on to the end of its line. */
const words = /(?:[^\s`]*`[^`]*leadrelay [^`]*`\S*|(?<!\S)(?:\S*\/)?leadrelay [a-z][^`]*$|\S+)/g;

function wrapLine(
  text: string,
  words: readonly string[],
  width: number,
  measure: (text: string) => number = textWidth,
): string[] {
  if (measure(text) <= width) return [text];
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && measure(last) + 1 + measure(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
