import { cutMiddle, textWidth } from "./text-width.ts";

/** The text in lines of at most this width, broken between words; a word that is longer keeps its beginning and its end. */
export const wrapWords = (text: string, width: number): string[] =>
  text.split("\n").flatMap((line) => wrapLine(line, width));

function wrapLine(text: string, width: number): string[] {
  if (textWidth(text) <= width) return [text];
  const lines: string[] = [];
  for (const word of text.split(" ").map((one) => cutMiddle(one, width))) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(last) + 1 + textWidth(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
