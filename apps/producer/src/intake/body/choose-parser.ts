import { unsupported, type Refusal } from "../../refusal.ts";
import { charsetRefusal } from "./charset.ts";
import { isJsonType, parseMediaType } from "../../request/media-type.ts";
import type { TextParser } from "./parsed-body.ts";
import { parseJson } from "./parse-json.ts";
import { parseText } from "./parse-text.ts";
import { parseUrlencoded } from "./parse-urlencoded.ts";

/** How a body of its declared type is read. */
type ChosenParser =
  | { kind: "text"; parse: TextParser }
  | { kind: "multipart"; boundary: string | undefined }
  | Refusal;

const urlencoded: ChosenParser = { kind: "text", parse: parseUrlencoded };
const text: ChosenParser = { kind: "text", parse: parseText };
const json: ChosenParser = { kind: "text", parse: parseJson };

export function chooseParser(headers: Headers): ChosenParser {
  const encoding = headers.get("content-encoding");
  if (encoding !== null && encoding.toLowerCase() !== "identity")
    return unsupported(`The content encoding "${encoding.slice(0, 40)}" is not supported: send it as it is.`);
  const contentType = headers.get("content-type");
  // What browsers send needs no parsing of the header.
  if (contentType === "application/x-www-form-urlencoded") return urlencoded;
  return contentType === null ? text : chooseByType(contentType);
}

function chooseByType(contentType: string): ChosenParser {
  const mediaType = parseMediaType(contentType);
  if (mediaType === undefined) return unsupported(`The Content-Type is not a media type. ${supportedTypes}`);
  const refused = charsetRefusal(mediaType);
  if (refused !== undefined) return refused;
  const { type, parameters } = mediaType;
  if (type === "multipart/form-data") return { kind: "multipart", boundary: parameters.get("boundary") };
  if (type === "application/x-www-form-urlencoded") return urlencoded;
  if (type === "text/plain") return text;
  return isJsonType(type) ? json : unsupported(`${type} is not supported. ${supportedTypes}`);
}

const supportedTypes =
  "Send application/x-www-form-urlencoded, multipart/form-data, application/json or text/plain.";
