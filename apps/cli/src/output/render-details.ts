import type { Paint } from "./paint.ts";
import { textWidth } from "./text-width.ts";
import { wrapSentences } from "./wrap-words.ts";

/** Names and what they are, one below the other; what is undefined is left out. Where lines have a width they are wrapped between words. Ends with a line feed. */
export function renderDetails(
  entries: readonly (readonly [name: string, value: string | number | null | undefined])[],
  paint: Paint,
): string {
  const given = entries.filter(([, value]) => value !== undefined);
  const width = Math.max(0, ...given.map(([name]) => textWidth(name)));
  const lines = given.map(([name, value]) => {
    const text = value === undefined || value === null || value === "" ? "–" : String(value);
    const indented = fitted(text, paint.width, width + 2).join(`\n${" ".repeat(width + 2)}`);
    return `${paint("dim", name.padEnd(width))}  ${indented}`;
  });
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** A command is copied, and a line feed would run its half. */
const isCommand = (line: string) => /^\S*leadrelay /.test(line);
// oxlint-disable-next-line no-control-regex -- our own colours begin so
const isPainted = (line: string) => /\u001b\[/.test(line);

const fitted = (text: string, width: number | undefined, indent: number): string[] =>
  text.split("\n").flatMap((line) => {
    if (width === undefined || isCommand(line) || isPainted(line) || !line.includes(" ")) return [line];
    return wrapSentences(line, Math.max(20, width - indent));
  });
