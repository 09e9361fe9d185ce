import { tooLarge, unreadable, unsupported, type Refusal } from "../../refusal.ts";
import { bodyLimitBytes, encodedLimitBytes } from "./body-limits.ts";
import { charsetRefusal } from "./charset.ts";
import { decodeUtf8 } from "./decode-text.ts";
import { isJsonType, parseMediaType, type MediaType } from "./media-type.ts";
import { emptyBody, tooMuchData, type ParsedBody, type TextParser } from "./parsed-body.ts";
import { parseJson } from "./parse-json.ts";
import { parseMultipart } from "./parse-multipart.ts";
import { parseText } from "./parse-text.ts";
import { parseUrlencoded } from "./parse-urlencoded.ts";
import { readBytes } from "./read-bytes.ts";

/** Reads the body to its end, then as what its Content-Type says. Never throws for what the network sends. */
export async function readBody(request: Request): Promise<ParsedBody | Refusal> {
  const read = await readBytes(request);
  if (read.kind === "too_large")
    return tooLarge(`The body is over ${bodyLimitBytes / 1024 / 1024} MB, attached files included.`);
  if (read.kind === "cut_off") return unreadable("The body ended before it was complete.");
  const encoding = request.headers.get("content-encoding");
  if (encoding !== null && encoding.toLowerCase() !== "identity")
    return unsupported(
      `The content encoding "${encoding.slice(0, 40)}" is not supported: send the body as it is.`,
    );
  return parseAs(request.headers.get("content-type"), read.bytes);
}

function parseAs(contentType: string | null, bytes: Uint8Array): ParsedBody | Refusal {
  // What browsers send needs no parsing of the header.
  if (contentType === "application/x-www-form-urlencoded") return parseBytes(bytes, parseUrlencoded);
  if (contentType === null) return parseBytes(bytes, parseText);
  const mediaType = parseMediaType(contentType);
  if (mediaType === undefined) return unsupported(`The Content-Type is not a media type. ${supportedTypes}`);
  return charsetRefusal(mediaType) ?? parseTyped(mediaType, bytes);
}

function parseTyped({ type, parameters }: MediaType, bytes: Uint8Array): ParsedBody | Refusal {
  if (type === "multipart/form-data") return parseMultipart(bytes, parameters.get("boundary"));
  if (type === "application/x-www-form-urlencoded") return parseBytes(bytes, parseUrlencoded);
  if (type === "text/plain") return parseBytes(bytes, parseText);
  if (isJsonType(type)) return parseBytes(bytes, parseJson);
  return unsupported(`${type} is not supported. ${supportedTypes}`);
}

function parseBytes(bytes: Uint8Array, parse: TextParser): ParsedBody | Refusal {
  if (bytes.length > encodedLimitBytes) return tooMuchData;
  const text = decodeUtf8(bytes);
  if (text === undefined) return unreadable("The body is not UTF-8 text.");
  return text.trim() === "" ? emptyBody : parse(text, bytes.length);
}

const supportedTypes =
  "Send application/x-www-form-urlencoded, multipart/form-data, application/json or text/plain.";
