/** Longer ones are sentences, of which the beginning tells. */
const longestSaid = 80;
const readCharacters = 1_000;

/** What a text says, with `#` for ids, times, counts and addresses: of a plain answer, and of what stands where answers say something. */
export const saidWords = (text: string): string =>
  text
    .slice(0, readCharacters)
    .toLowerCase()
    .replaceAll(/\p{Cf}/gu, "")
    // What was taken out before says as little.
    .replaceAll("…", "#")
    .replaceAll(/https?:\/\/\S+|[^\s"'<>,;:]+@[^\s"'<>,;:]+/g, "#")
    .replaceAll(wordWithDigit, "#")
    .replaceAll(opaqueWord, "#")
    .replaceAll(severalInARow, "#")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, longestSaid);

/** An id, a hash, a number, a part of a time. */
const wordWithDigit = /[\p{L}\p{Nd}_+/=-]*\p{Nd}[\p{L}\p{Nd}_+/=-]*/gu;

/** Base64 that has no digit by chance: longer than any word that says something. */
const opaqueWord = /[\p{L}+/=_-]{25,}/gu;

/** A number with signs in it as some land writes it, a date with its time, with am or pm behind it; and the sign that ends a sentence. */
const severalInARow = /[-+−]?#(?:[\s.,:'’\u066b\u066c-]*#)*(?:\s*[ap]m\b)?[.,;:!]*/gu;
