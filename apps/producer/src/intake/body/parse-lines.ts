import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";
import type { Refusal } from "../../refusal.ts";
import { cleanText } from "./clean-text.ts";
import { withinLimits, type ParsedBody } from "./parsed-body.ts";
import { fieldLimit } from "./body-limits.ts";
import { utf8Length } from "./encode-utf8.ts";

const lineEnd = /\r\n|\n|\r/;
/** A name as forms have them, then its value; prose with an equals sign or an address in it is none. */
const fieldLine = /^([^\s=/&](?:[^=/&]{0,98}[^\s=/&])?)=([^]*)$/;
/** A name right behind a `&`, or in the line after it, as people wrap a query string. */
const joinedPairs = /&(?:[ \t]*[\r\n]+)?[^=&\s][^=&\r\n]*=/;
const escaped = /%[0-9a-f]{2}/i;
const otherLineEnd = /[^\r]\n|\r(?!\n)/;

/**
 * Whether text is what HTML's `enctype="text/plain"` makes of a form: a line `name=value` for each field, each ended,
 * nothing escaped. Two such lines are enough; where pairs are joined by `&`, a query string with raw line ends in it is likelier.
 * @param isSaidToBe It has that very type: then, with HTML's own line ends, a `&` with a name and a `=` behind it is a value's.
 */
export function readsAsLines(text: string, isSaidToBe: boolean): boolean {
  const fields = text.split(lineEnd).filter((line) => fieldLine.test(line)).length;
  const isAsHtml = text.endsWith("\r\n") && !otherLineEnd.test(text) && !escaped.test(text);
  const isJoined = joinedPairs.test(text);
  if (fields > 1) return !isJoined || (isSaidToBe && isAsHtml);
  return fields === 1 && isAsHtml && !isJoined;
}

/**
 * Fields of one line each; a line that begins none goes on with the value before it.
 * @param note What is to be remarked of the text.
 */
export function parseLines(text: string, note?: string): ParsedBody | Refusal {
  const fields: { name: string; lines: string[] }[] = [];
  for (const line of cleanText(text).trimEnd().split(lineEnd)) {
    const [, name, value = ""] = fieldLine.exec(line) ?? [];
    const last = fields.at(-1);
    if (name !== undefined) fields.push({ name, lines: [value] });
    else if (last !== undefined) last.lines.push(line);
    else if (line.trim() !== "") fields.push({ name: "", lines: [line] });
    if (fields.length > fieldLimit) break;
  }
  const entries = fields.map(({ name, lines }): BodyEntry => [name, lines.join("\n")]);
  return withinLimits({ entries, dataBytes: utf8Length(text), notes: note === undefined ? [] : [note] });
}
