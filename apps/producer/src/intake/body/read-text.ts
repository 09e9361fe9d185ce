import { unreadable, type Refusal } from "../../refusal.ts";
import { encodedLimitBytes } from "./body-limits.ts";
import { decodeUtf8, utf8Length } from "./decode-text.ts";
import { tooMuchData } from "./parsed-body.ts";
import { cutOff, declaredBytes, readBytes } from "./read-bytes.ts";

/** A body without files. `byteLength` is its length as sent. */
export interface ReadText {
  kind: "text";
  text: string;
  byteLength: number;
}

const notUtf8 = unreadable("The body is not UTF-8 text.");

/** Reads a body of text to its end. The usual one says how long it is, which spares the hot path a copy in bytes. */
export async function readText(request: Request): Promise<ReadText | Refusal> {
  const byteLength = declaredBytes(request.headers);
  if (byteLength === null || byteLength > encodedLimitBytes) return decode(await readBytes(request));
  try {
    const text = await request.text();
    return hasGrown(text, byteLength) ? notUtf8 : { kind: "text", text, byteLength };
  } catch {
    return cutOff;
  }
}

function decode(read: Awaited<ReturnType<typeof readBytes>>): ReadText | Refusal {
  if (read.kind === "refused") return read;
  if (read.bytes.length > encodedLimitBytes) return tooMuchData;
  const text = decodeUtf8(read.bytes);
  return text === undefined ? notUtf8 : { kind: "text", text, byteLength: read.bytes.length };
}

/** Decoding puts U+FFFD for what is no UTF-8, three bytes for one to three: text that has grown was not UTF-8. */
const hasGrown = (text: string, byteLength: number) =>
  text.includes("\uFFFD") && utf8Length(text) > byteLength;
