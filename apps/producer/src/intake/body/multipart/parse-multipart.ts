import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";
import { tooLarge, unreadable, type Refusal } from "../../../refusal.ts";
import { fieldDataLimitBytes, fieldLimit, partLimit } from "../body-limits.ts";
import { cleanText } from "../clean-text.ts";
import { decodeText } from "../decode-text.ts";
import { utf8Length } from "../encode-utf8.ts";
import { isCharsetField } from "../find-charset.ts";
import { tooManyFields, tooMuchData, withinLimits, type ParsedBody } from "../parsed-body.ts";
import { readPart, type SkippedFile, type TextPart } from "./read-part.ts";
import { describeBroken, describeFiles } from "./skipped-parts.ts";
import { splitParts } from "./split-parts.ts";

/**
 * `multipart/form-data`. Files, and parts that cannot be read, are skipped with a note, and spoil no other part.
 * @param charset What the Content-Type says of all parts.
 */
export function parseMultipart(
  bytes: Uint8Array,
  boundary: string,
  charset: string | undefined,
): ParsedBody | Refusal {
  const texts: TextPart[] = [];
  const files: SkippedFile[] = [];
  const broken: string[] = [];
  let count = 0;
  let textBytes = 0;
  for (const raw of splitParts(bytes, boundary)) {
    count += 1;
    if (count > partLimit) return tooLarge(`There are more than ${partLimit} parts.`);
    const part = readPart(raw, charset);
    if (part.kind === "file") files.push(part);
    else if (part.kind === "broken") broken.push(part.because);
    else if (texts.push(part) > fieldLimit) return tooManyFields;
    else textBytes += part.content.length;
    if (textBytes > fieldDataLimitBytes) return tooMuchData;
  }
  const [reason] = describeBroken(broken);
  if (texts.length === 0 && reason !== undefined) return unreadable(`No field could be read: ${reason}.`);
  const read = readTexts(texts, charset);
  return withinLimits({
    ...read,
    notes: [...read.notes, ...describeFiles(files), ...describeBroken(broken)],
  });
}

/** A part's own charset counts before that of the form's field `_charset_` (RFC 7578, 4.6) and of the whole body. */
function readTexts(parts: readonly TextPart[], charset: string | undefined) {
  const named = parts.find(({ name }) => isCharsetField(name));
  const ofAll = named === undefined ? charset : decodeText(named.content, undefined).text;
  const notes = new Set<string>();
  let dataBytes = 0;
  const entries = parts.map((part): BodyEntry => {
    const { text, note } = decodeText(part.content, part.charset ?? ofAll);
    if (note !== undefined) notes.add(note);
    dataBytes += utf8Length(part.name) + (note === undefined ? part.content.length : utf8Length(text));
    return [part.name, cleanText(text)];
  });
  return { entries, dataBytes, notes: [...notes] };
}
