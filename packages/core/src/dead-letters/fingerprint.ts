import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const comparedCharacters = 200;
const fingerprintBytes = 8;

/** What an error says, without what differs from one lead to the next. */
export function errorPattern(error: string): string {
  return error
    .toLowerCase()
    .replaceAll(/[^\s"'<>,;:]+@[^\s"'<>,;:]+/g, "<email>")
    .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, "<id>")
    .replaceAll(/\b(?=[a-f]*\d)[\da-f]{8,}\b/g, "<hex>")
    .replaceAll(quoted, "<text>")
    .replaceAll(/\d+(?:[.,:]\d+)*/g, "<n>")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, comparedCharacters);
}

/** A quotation within a sentence names the lead's own data. JSON's strings, the words of most answers, are no quotations. */
const quoted =
  /(?<![{[,:]\s?)"[^"]*"(?!\s?[,:}\]])|(?<=^|[\s(:=])'[^']*'(?=$|[\s).,;:])|[“„«‘][^”“»’]*[”“»’]/g;

/** 16 hex digits, the same for errors that say the same; with the destination and the status code they name a cause. */
export const fingerprintOf = (error: string | null): string =>
  bytesToHex(sha256(new TextEncoder().encode(errorPattern(error ?? ""))).slice(0, fingerprintBytes));
