import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { jsonMessages } from "./json-messages.ts";

const readCharacters = 1_000;
const comparedCharacters = 200;
const fingerprintBytes = 8;

/** What an error says, without what differs from one lead to the next. */
export const errorPattern = (error: string): string =>
  withJson(error.slice(0, readCharacters).toLowerCase())
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, comparedCharacters);

/** Text with JSON in it, which may have messages with JSON in them. */
function withJson(text: string): string {
  const start = text.search(/[{[]\s*["{[]/);
  if (start === -1) return sentence(text);
  const { said, end } = jsonMessages(text, start, withJson);
  return sentence(text.slice(0, start)) + said + withJson(text.slice(end));
}

const sentence = (text: string): string =>
  text
    .replaceAll(/[^\s"'<>,;:]+@[^\s"'<>,;:]+/g, "<email>")
    .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, "<id>")
    .replaceAll(/\b(?=[a-f]*\d)[\da-f]{8,}\b/g, "<hex>")
    .replaceAll(quoted, "<text>")
    .replaceAll(/\d+(?:[.,:]\d+)*/g, "<n>");

/** A quotation within a sentence names the lead's own data. */
const quoted =
  /(?<![{[,:]\s?)"[^"]*"(?!\s?[,:}\]])|(?<=^|[\s(:=])'[^']*'(?=$|[\s).,;:])|[“„«‘][^”“»’]*[”“»’]/g;

/** 16 hex digits, the same for errors that say the same; with the destination and the status code they name a cause. */
export const fingerprintOf = (error: string | null): string =>
  bytesToHex(sha256(new TextEncoder().encode(errorPattern(error ?? ""))).slice(0, fingerprintBytes));
