import { parseMediaType, parseParameters } from "../../../request/media-type.ts";
import { cleanText } from "../clean-text.ts";
import { decodeBinary } from "../decode-escapes.ts";
import { decodeText } from "../decode-text.ts";

export interface PartHeaders {
  /** The field's name, null where there is none. */
  name: string | null;
  /** null: it is no file. */
  fileName: string | null;
  /** Lower case, such as `text/plain`; undefined where nothing is said. */
  type: string | undefined;
  charset: string | undefined;
  transferEncoding: string;
}

/** Reads a part's headers in any letter case and encoding, folded or not. */
export function readPartHeaders(bytes: Uint8Array, charset: string | undefined): PartHeaders {
  const headers = linesOf(decodeText(bytes, charset).text);
  const disposition = parseParameters(headers.get("content-disposition") ?? "");
  const mediaType = parseMediaType(headers.get("content-type") ?? "");
  const name = disposition.get("name") ?? extendedValue(disposition.get("name*"));
  const fileName = extendedValue(disposition.get("filename*")) ?? disposition.get("filename");
  return {
    name: name === undefined || name === "" ? null : nullIfEmpty(cleanText(unescaped(name).toWellFormed())),
    fileName: fileName === undefined ? null : unescaped(fileName).toWellFormed(),
    type: mediaType?.type,
    charset: mediaType?.parameters.get("charset"),
    transferEncoding: (headers.get("content-transfer-encoding") ?? "").trim().toLowerCase(),
  };
}

function linesOf(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replaceAll(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1));
  }
  return headers;
}

/** What browsers escape in names, and nothing else (HTML, "multipart/form-data encoding algorithm"). */
const unescaped = (name: string) =>
  name.replaceAll("%22", '"').replaceAll(/%0d/gi, "\r").replaceAll(/%0a/gi, "\n");

/** `UTF-8''caf%C3%A9.pdf` (RFC 5987), which form-data forbids and some clients send. */
function extendedValue(value: string | undefined): string | undefined {
  const [, charset, encoded] = /^([\w-]*)'[^']*'(.*)$/s.exec(value ?? "") ?? [];
  return encoded === undefined ? undefined : decodeBinary(charset)(encoded.replaceAll("+", "%2B")).text;
}

const nullIfEmpty = (text: string) => (text === "" ? null : text);
