import type { Refusal } from "../../refusal.ts";
import { maySpoil } from "./clean-text.ts";
import { binaryOf } from "./binary.ts";
import type { BodyLabels } from "./body-labels.ts";
import { decodeBinary } from "./decode-escapes.ts";
import { decodeText } from "./decode-text.ts";
import { decoderOf } from "./decoder-of.ts";
import { findCharset } from "./find-charset.ts";
import { notJson, parseJson } from "./parse-json.ts";
import { parseLines, readsAsLines } from "./parse-lines.ts";
import { parseUrlencoded } from "./parse-urlencoded.ts";
import type { ParsedBody } from "./parsed-body.ts";

/** A body as text, and as the bytes it came as. */
export interface BodyText {
  text: string;
  /** Its length in UTF-8, or more. */
  encodedBytes: number;
  bytes: () => Uint8Array;
  /** Set where the text was no UTF-8. */
  note: string | undefined;
}

/** Names and values: a query string, or a line for each. A field `_charset_` says how they are encoded, as HTML has it. */
export function parsePairs(body: BodyText, labels: BodyLabels): ParsedBody | Refusal {
  const { charset } = labels;
  const read = readPairs(body, labels);
  const named = read.kind === "parsed" ? findCharset(read.entries) : undefined;
  if (named === undefined || named === charset || decoderOf(named) === undefined) return read;
  const { text, note } = decodeText(body.bytes(), named);
  return readPairs({ ...body, text, note }, { ...labels, charset: named });
}

function readPairs(body: BodyText, { charset, kind }: BodyLabels): ParsedBody | Refusal {
  const { text, note, encodedBytes } = body;
  const spoilt = maySpoil(text);
  if (spoilt && readsAsLines(text, kind === "text")) return parseLines(text, note);
  const isUtf8 = note === undefined && (charset === undefined || decoderOf(charset) === undefined);
  const read = isUtf8
    ? parseUrlencoded(spoilt ? text.trim() : text, { encodedBytes, spoilt })
    : parseUrlencoded(binaryOf(body.bytes()), {
        encodedBytes: Infinity,
        spoilt: true,
        decode: decodeBinary(charset),
      });
  return escapedJson(read) ?? read;
}

/** JSON that somebody had encoded as a form: one long name and no value. */
function escapedJson(read: ParsedBody | Refusal): ParsedBody | Refusal | undefined {
  if (read.kind === "refused" || read.entries.length > 1) return undefined;
  const [name = "", value] = read.entries[0] ?? [];
  if (value !== "" || !name.trimStart().startsWith("{")) return undefined;
  const json = parseJson(name, read.dataBytes);
  return json === notJson ? undefined : json;
}
