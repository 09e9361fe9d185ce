import type { MultipartPart } from "@remix-run/multipart-parser";
import { unreadable, unsupported, type Refusal } from "../../refusal.ts";
import { decodeLegacy, decodeUtf8, utf8Length } from "./decode-text.ts";
import { charsetRefusal } from "./charset.ts";
import { parseMediaType } from "../../request/media-type.ts";
import { nulRefusal } from "./parsed-body.ts";

export interface SkippedFile {
  kind: "file";
  field: string;
  fileName: string;
  bytes: number;
}

/** `bytes`: name and value. `legacy`: the text was not UTF-8. */
interface TextPart {
  kind: "text";
  name: string;
  value: string;
  bytes: number;
  legacy: boolean;
}

const plainEncodings = new Set(["7bit", "8bit", "binary"]);

export function readPart(part: MultipartPart): TextPart | SkippedFile | Refusal {
  const about = readHeaders(part);
  if (about === undefined) return unreadable("A part's headers are broken or not UTF-8.");
  const { name, fileName, encoding, mediaType } = about;
  if (name === undefined || name === "") return unreadable("A part has no name, so its field is unknown.");
  if (name.includes("\0")) return nulRefusal;
  if (fileName !== undefined) return { kind: "file", field: name, fileName, bytes: part.size };
  if (!plainEncodings.has(encoding))
    return unsupported(`The part "${name}" has the transfer encoding ${encoding}; send it as it is.`);
  const refused = mediaType === undefined ? undefined : charsetRefusal(mediaType);
  if (refused !== undefined) return refused;
  const read = decodeUtf8(part.bytes);
  const value = read ?? decodeLegacy(part.bytes);
  if (value.includes("\0")) return nulRefusal;
  return { kind: "text", name, value, bytes: utf8Length(name) + part.size, legacy: read === undefined };
}

/** The library decodes headers when they are asked for, and throws on broken ones. */
function readHeaders(part: MultipartPart) {
  try {
    return {
      name: part.name?.toWellFormed(),
      fileName: part.filename?.toWellFormed(),
      encoding: (part.headers["content-transfer-encoding"] ?? "binary").toLowerCase(),
      mediaType: parseMediaType(part.headers["content-type"] ?? ""),
    };
  } catch {
    return undefined;
  }
}

const mostNotes = 10;

/** An empty file input is nothing to remark on. */
export function describeFiles(files: readonly SkippedFile[]): string[] {
  const sent = files.filter(({ fileName, bytes }) => fileName !== "" || bytes > 0);
  const notes = sent
    .slice(0, mostNotes)
    .map(({ field, fileName, bytes }) => `file skipped: ${clip(field)} (${clip(fileName)}, ${bytes} bytes)`);
  return sent.length > mostNotes ? [...notes, `${sent.length - mostNotes} more files skipped`] : notes;
}

const clip = (text: string) => text.slice(0, 50).toWellFormed().replaceAll("\0", "");
