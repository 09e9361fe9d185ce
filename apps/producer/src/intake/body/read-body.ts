import type { Refusal } from "../../refusal.ts";
import { encodedLimitBytes } from "./body-limits.ts";
import { isPlainForm, readLabels, type BodyLabels } from "./body-labels.ts";
import { damagedNote } from "./decode-text.ts";
import { utf8Length } from "./encode-utf8.ts";
import { decompress } from "./decompress.ts";
import { parseBytes, parseText } from "./parse-body.ts";
import type { ParsedBody } from "./parsed-body.ts";
import { cutOff, declaredBytes, readBytes } from "./read-bytes.ts";

/**
 * Reads the body to its end, then as what it looks like and is said to be. Never throws for what the network sends.
 * @param origin The request's, which browsers send with every post.
 */
export async function readBody(request: Request, origin: string | null): Promise<ParsedBody | Refusal> {
  const labels = readLabels(request.headers);
  const declared = origin !== null && isPlainForm(labels) ? declaredBytes(request.headers) : null;
  if (declared !== null && declared <= encodedLimitBytes) return readForm(request, declared, labels);
  const read = await readBytes(request);
  if (read.kind === "refused") return read;
  const bytes = labels.isCoded ? await decompress(read.bytes) : read.bytes;
  return "kind" in bytes ? bytes : parseBytes(bytes, labels);
}

/**
 * A browser's form is ASCII and says how long it is: it is read as text, which spares the hot path a copy in bytes. What
 * is no UTF-8 in it all the same has become U+FFFD, three bytes for one to three, and cannot be told any more.
 */
async function readForm(request: Request, declared: number, labels: BodyLabels) {
  const text = await request.text().catch(() => undefined);
  if (text === undefined) return cutOff;
  if (!text.includes("\uFFFD")) return parseText(text, declared, labels);
  const encodedBytes = utf8Length(text);
  const read = parseText(text, encodedBytes, labels);
  if (read.kind === "parsed" && encodedBytes > declared) read.notes.push(damagedNote);
  return read;
}
