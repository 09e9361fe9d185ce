import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";
import type { Refusal } from "../../refusal.ts";
import { fieldDataLimitBytes, fieldLimit } from "./body-limits.ts";
import { decodeLegacy, decodeUtf8, legacyNote, utf8Length } from "./decode-text.ts";
import { emptyBody, nulRefusal, tooManyFields, withinLimits, type ParsedBody } from "./parsed-body.ts";

/** A query string. Broken escapes are kept as they are, as browsers and the URL standard do. */
export function parseUrlencoded(text: string): ParsedBody | Refusal {
  if (text.trim() === "") return emptyBody;
  if (text.includes("\0") || text.includes("%00")) return nulRefusal;
  const parameters = new URLSearchParams(text);
  if (parameters.size > fieldLimit) return tooManyFields;
  const entries: BodyEntry[] = [...parameters];
  const legacy = entries.some(isReplaced) && !/%EF%BF%BD|\uFFFD/i.test(text);
  const read = legacy ? readLegacy(text) : entries;
  const encodedBytes = utf8Length(text);
  return withinLimits({
    entries: read,
    dataBytes: encodedBytes > fieldDataLimitBytes ? countBytes(read) : encodedBytes,
    notes: legacy ? [legacyNote] : [],
  });
}

const isReplaced = ([name, value]: BodyEntry) =>
  name.includes("\uFFFD") || (value as string).includes("\uFFFD");

const countBytes = (entries: readonly BodyEntry[]) =>
  entries.reduce((sum, [name, value]) => sum + utf8Length(name) + utf8Length(value as string), 0);

const readLegacy = (text: string): BodyEntry[] =>
  text
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const split = pair.includes("=") ? pair.indexOf("=") : pair.length;
      return [decodeEscapes(pair.slice(0, split)), decodeEscapes(pair.slice(split + 1))] as const;
    });

function decodeEscapes(text: string): string {
  const bytes: number[] = [];
  for (const part of text.replaceAll("+", " ").split(/(%[0-9a-f]{2})/i)) {
    if (/^%[0-9a-f]{2}$/i.test(part)) bytes.push(Number.parseInt(part.slice(1), 16));
    else bytes.push(...new TextEncoder().encode(part));
  }
  const read = Uint8Array.from(bytes);
  return decodeUtf8(read) ?? decodeLegacy(read);
}
