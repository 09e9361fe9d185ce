import type { Paint } from "./paint.ts";
import { textWidth } from "./text-width.ts";
import { wrapSentences } from "./wrap-words.ts";

/** However narrow the terminal is, a line has so much. */
const leastRoom = 20;

/**
 * A text behind what stands before it, such as its name or its time, its further lines below its own beginning. Where lines have a width
 * they are broken between words. No line feed at the end. @param before may be painted
 */
export function hang(before: string, text: string, paint: Paint, indent = textWidth(before)): string {
  const room = paint.width === undefined ? undefined : Math.max(leastRoom, paint.width - indent);
  return `${before}${fitted(text, room, paint).join(`\n${" ".repeat(indent)}`)}`;
}

/** A text of several lines, each indented as it was, fitted to the terminal. */
export const fitLines = (text: string, paint: Paint): string =>
  text
    .split("\n")
    .map((line) => {
      const [before = ""] = /^ */.exec(line) ?? [];
      return hang(before, line.slice(before.length), paint);
    })
    .join("\n");

/** A command is copied, and a line feed would run its half. */
const isCommand = (line: string) => /^[^\s`]*leadrelay /.test(line);
// oxlint-disable-next-line no-control-regex -- our own colours begin so
const isPainted = (line: string) => /\u001b\[/.test(line);

const fitted = (text: string, room: number | undefined, { measure }: Paint): string[] =>
  text.split("\n").flatMap((line) => {
    if (room === undefined || isCommand(line) || isPainted(line) || !line.includes(" ")) return [line];
    return wrapSentences(line, room, measure);
  });
