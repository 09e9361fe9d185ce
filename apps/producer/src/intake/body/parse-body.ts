import type { Refusal } from "../../refusal.ts";
import { encodedLimitBytes } from "./body-limits.ts";
import type { BodyLabels } from "./body-labels.ts";
import { decodeText } from "./decode-text.ts";
import { encodeUtf8, utf8Length } from "./encode-utf8.ts";
import { findBoundary, looksMultipart } from "./multipart/find-boundary.ts";
import { fromUtf16 } from "./from-utf16.ts";
import { parseJson, notJson } from "./parse-json.ts";
import { parseMultipart } from "./multipart/parse-multipart.ts";
import { parsePairs, type BodyText } from "./parse-pairs.ts";
import { emptyBody, tooMuchData, type ParsedBody } from "./parsed-body.ts";

const multipartOpening = /^\s*--/;
/** How a text begins that is no form: as JSON, as markup. */
const opening = /^\s*("?[[{]|<)/;

/** Bytes, read as what they look like; the labels decide where that is not clear. */
export function parseBytes(given: Uint8Array, labels: BodyLabels): ParsedBody | Refusal {
  const bytes = fromUtf16(given);
  if (labels.kind === "multipart" || looksMultipart(bytes)) {
    const boundary = findBoundary(bytes, labels.boundary);
    if (boundary !== undefined) return parseMultipart(bytes, boundary, labels.charset);
  }
  if (bytes.length > encodedLimitBytes) return tooMuchData;
  const { text, note } = decodeText(bytes, labels.charset);
  const encodedBytes = note === undefined ? bytes.length : utf8Length(text);
  return readAsText({ text, encodedBytes, bytes: () => bytes, note }, labels);
}

/** Text that was UTF-8, read as what it looks like. @param encodedBytes Its length in UTF-8, or more. */
export function parseText(text: string, encodedBytes: number, labels: BodyLabels): ParsedBody | Refusal {
  // Raw NULs are half of UTF-16, or nothing: which of them only its bytes tell.
  if (multipartOpening.test(text) || text.includes("\0")) return parseBytes(encodeUtf8(text), labels);
  return readAsText({ text, encodedBytes, bytes: () => encodeUtf8(text), note: undefined }, labels);
}

function readAsText(body: BodyText, labels: BodyLabels): ParsedBody | Refusal {
  const { text } = body;
  if (text.trim() === "") return emptyBody;
  const opens = opening.exec(text)?.[1];
  const looksJson = opens !== undefined && opens !== "<";
  if (looksJson || labels.kind === "json") {
    const read = parseJson(text.trim(), body.encodedBytes);
    if (read !== notJson) return noted(read, body.note);
    if (looksJson && labels.kind !== "urlencoded") return read;
  }
  const isForm = labels.kind === "urlencoded" || (opens !== "<" && hasPairs(text));
  return isForm ? parsePairs(body, labels) : labels.refusal;
}

/** Something is set, or all of it is escaped, as `encodeURIComponent` of JSON is. */
const hasPairs = (text: string) => text.includes("=") || /^\s*%7b/i.test(text);

function noted(read: ParsedBody | Refusal, note: string | undefined): ParsedBody | Refusal {
  return read.kind === "refused" || note === undefined ? read : { ...read, notes: [...read.notes, note] };
}
