import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";
import type { Refusal } from "../../refusal.ts";
import { fieldDataLimitBytes, fieldLimit } from "./body-limits.ts";
import { cleanText, maySpoil } from "./clean-text.ts";
import { utf8Length } from "./encode-utf8.ts";
import { decodeEscapes } from "./decode-escapes.ts";
import { tooManyFields, withinLimits, type ParsedBody } from "./parsed-body.ts";

interface Reading {
  /** The text's length in UTF-8, or more. */
  encodedBytes: number;
  /** Undoes the encoding of a name or a value. */
  decode?: typeof decodeEscapes;
  /** What was found out already. */
  spoilt?: boolean;
}

/** A query string. Not `URLSearchParams`: that hides what was no UTF-8, and costs the hot path twice as much. */
export function parseUrlencoded(
  text: string,
  { encodedBytes, decode = decodeEscapes, spoilt = maySpoil(text) }: Reading,
): ParsedBody | Refusal {
  const entries: BodyEntry[] = [];
  const notes = new Set<string>();
  const read = (part: string): string => {
    const decoded = decode(part);
    if (decoded.note !== undefined) notes.add(decoded.note);
    return spoilt || decoded.note !== undefined ? cleanText(decoded.text) : decoded.text;
  };
  for (let from = 0; from < text.length;) {
    const to = endOf(text, from);
    const pair = spoilt ? text.slice(from, to).replaceAll(lineEndsAround, "") : text.slice(from, to);
    if (pair !== "") {
      if (entries.length === fieldLimit) return tooManyFields;
      const split = pair.indexOf("=");
      entries.push(
        split === -1 ? [read(pair), ""] : [read(pair.slice(0, split)), read(pair.slice(split + 1))],
      );
    }
    from = to + 1;
  }
  return withinLimits({
    entries,
    dataBytes: encodedBytes > fieldDataLimitBytes ? countBytes(entries) : encodedBytes,
    notes: [...notes],
  });
}

/** Raw ones are none of a value's, which would be escaped: they come of files, and of people who wrap a query string. */
const lineEndsAround = /^[\r\n]+|(?<![\r\n])[\r\n]+$/g;

function endOf(text: string, from: number): number {
  const at = text.indexOf("&", from);
  return at === -1 ? text.length : at;
}

const countBytes = (entries: readonly BodyEntry[]) =>
  entries.reduce((sum, [name, value]) => sum + utf8Length(name) + utf8Length(value as string), 0);
