import { unreadable, unsupported, type Refusal } from "../../refusal.ts";
import { isJsonType, parseMediaType, type MediaType } from "../../request/media-type.ts";
import { notJson } from "./parse-json.ts";

/**
 * What a request says of its body. That is a hint, as scripts and servers put wrong labels on what they send: it
 * decides between two ways to read a body that both make sense, and refuses none that can be read.
 */
export interface BodyLabels {
  kind: "urlencoded" | "multipart" | "json" | "text" | "other";
  boundary: string | undefined;
  charset: string | undefined;
  /** It may be compressed. */
  isCoded: boolean;
  /** What is wrong with a body that can be read in no way. */
  refusal: Refusal;
}

const unlabelled = unreadable("The text is neither a JSON object nor a query string such as email=…&name=….");
const noBoundary = unreadable("The body holds no boundary, so its parts cannot be told apart.");
const plain = { boundary: undefined, charset: undefined, isCoded: false };

/** What browsers send, and what needs no parsing of headers. */
const plainForm: BodyLabels = { ...plain, kind: "urlencoded", refusal: unlabelled };
const plainJson: BodyLabels = { ...plain, kind: "json", refusal: notJson };
const nothingSaid: BodyLabels = { ...plain, kind: "other", refusal: unlabelled };

export const isPlainForm = (labels: BodyLabels): boolean => labels === plainForm;

export function readLabels(headers: Headers): BodyLabels {
  const labels = readType(headers.get("content-type"));
  const coding = headers.get("content-encoding");
  return coding === null ? labels : withCoding(labels, coding);
}

function readType(contentType: string | null): BodyLabels {
  if (contentType === "application/x-www-form-urlencoded") return plainForm;
  if (contentType === "application/json") return plainJson;
  if (contentType === null) return nothingSaid;
  const mediaType = parseMediaType(contentType);
  if (mediaType === undefined)
    return {
      ...nothingSaid,
      refusal: unsupported(`The Content-Type is not a media type. ${supportedTypes}`),
    };
  const { parameters } = mediaType;
  const said = { boundary: parameters.get("boundary"), charset: parameters.get("charset"), isCoded: false };
  return { ...said, ...kindOf(mediaType) };
}

function kindOf({ type }: MediaType): Pick<BodyLabels, "kind" | "refusal"> {
  if (type === "application/x-www-form-urlencoded") return { kind: "urlencoded", refusal: unlabelled };
  if (type.startsWith("multipart/")) return { kind: "multipart", refusal: noBoundary };
  if (isJsonType(type)) return { kind: "json", refusal: notJson };
  if (type === "text/plain") return { kind: "text", refusal: unlabelled };
  return { kind: "other", refusal: unsupported(`${type} is not supported. ${supportedTypes}`) };
}

const supportedTypes =
  "Send application/x-www-form-urlencoded, multipart/form-data, application/json or text/plain.";

const readable = /\b(?:x-)?gzip\b|\bdeflate\b/i;
const unreadableCodings = /\b(?:br|zstd|(?:x-)?compress|dcb|dcz)\b/i;

/** `Content-Encoding: utf-8`, `identity`, `8bit` and the like are no codings and say nothing. */
function withCoding(labels: BodyLabels, coding: string): BodyLabels {
  if (readable.test(coding)) return { ...labels, isCoded: true };
  if (!unreadableCodings.test(coding)) return labels;
  const said = `The content encoding "${coding.slice(0, 40)}" is not supported: send it as it is, or with gzip.`;
  return { ...labels, refusal: unsupported(said) };
}
