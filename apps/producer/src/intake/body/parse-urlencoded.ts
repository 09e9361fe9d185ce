import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";
import type { Refusal } from "../../refusal.ts";
import { fieldDataLimitBytes, fieldLimit } from "./body-limits.ts";
import { legacyNote, utf8Length } from "./decode-text.ts";
import { decodeEscapes } from "./decode-escapes.ts";
import { nulRefusal, tooManyFields, withinLimits, type ParsedBody } from "./parsed-body.ts";

/** A query string. Not `URLSearchParams`: that hides what was no UTF-8, and costs the hot path twice as much. */
export function parseUrlencoded(text: string, encodedBytes: number): ParsedBody | Refusal {
  if (text.includes("\0") || text.includes("%00")) return nulRefusal;
  const entries: BodyEntry[] = [];
  let legacy = false;
  const decode = (part: string): string => {
    const decoded = decodeEscapes(part);
    legacy ||= decoded.legacy;
    return decoded.text;
  };
  for (let from = 0; from < text.length;) {
    const to = endOf(text, from);
    if (to > from) {
      if (entries.length === fieldLimit) return tooManyFields;
      const pair = text.slice(from, to);
      const split = pair.indexOf("=");
      entries.push(
        split === -1 ? [decode(pair), ""] : [decode(pair.slice(0, split)), decode(pair.slice(split + 1))],
      );
    }
    from = to + 1;
  }
  return withinLimits({
    entries,
    dataBytes: encodedBytes > fieldDataLimitBytes ? countBytes(entries) : encodedBytes,
    notes: legacy ? [legacyNote] : [],
  });
}

function endOf(text: string, from: number): number {
  const at = text.indexOf("&", from);
  return at === -1 ? text.length : at;
}

const countBytes = (entries: readonly BodyEntry[]) =>
  entries.reduce((sum, [name, value]) => sum + utf8Length(name) + utf8Length(value as string), 0);
