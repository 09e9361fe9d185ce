import { plainText } from "../placeholders/plain-text.ts";
import { isEmail } from "./is-email.ts";

/**
 * The address in what was typed into an e-mail field, in the letters it was typed in; null where there is none, or where it would be a
 * guess. Reads wide letters and `＠`, `Anna <anna@example.com>`, `mailto:…`, marks and tags around an address, blanks around its `@`,
 * `(at)` for it, and of several the first: `<input type=email multiple>` joins them by commas.
 */
export function readEmail(typed: string): string | null {
  // Most addresses stand alone: nothing of what follows would find anything in them.
  if (alone.test(typed) && isEmail(typed)) return typed;
  const text = plainText(typed, longestText)
    ?.replaceAll(/[。｡]/g, ".")
    .replaceAll(escapes, (escape) => decodeURIComponent(escape))
    .replaceAll(tags, " ")
    .trim();
  if (text === undefined) return null;
  const whole = readOne(text) ?? readOne(joined(text));
  if (whole !== null) return whole;
  const parts = text.split(separators).filter((part) => part.trim() !== "");
  const found = parts.findIndex((part) => readPart(part) !== null);
  const part = parts[found];
  // `anna,smith@example.com` is a slip: what stands before an address has to be one too, or its owner's name.
  if (
    part === undefined ||
    !(angled.test(part) || parts.slice(0, found).every((other) => other.includes("@")))
  )
    return null;
  return readPart(part);
}

const alone = /^[A-Za-z\d][\w.+-]*@[\w.-]+[A-Za-z\d]$/;

/** Longer ones hold more than addresses. The patterns below look at each character a few times, whatever stands there. */
const longestText = 1_000;

/** Of an address in a link, or one that was escaped once too often; no mailbox is called so. */
const escapes = /%(?:2[0b]|3[ce]|40)/gi;

/** Of a text that was copied with its looks: `<a href="mailto:…">`. An address in brackets is none. */
const tags = /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?>/gi;

/** An address that is one word to its owner: behind a blank that a keyboard left around its `@` or its first dot, or with words for the signs. */
const joined = (text: string) =>
  (text.includes("@") ? text : text.replace(wordAt, "@").replaceAll(wordDot, ".")).replace(torn, "$1@$2.$3");
const wordAt = /\s*[([{]\s*at\s*[)\]}]\s*|\s+at\s+(?=.*\sdot\s)/i;
const wordDot = /\s*[([{]\s*dot\s*[)\]}]\s*|\s+dot\s+/gi;
const torn = /^([^\s@]+)\s*@\s*([^\s@.]+)\s*\.\s*([^\s@]+)$/;

const separators = /[,;|、\n/]+|\s(?:and|und|or|oder|et|ou|y|o|e|&|\+|[-–—])\s/u;
const angled = /[<([]([^<>()[\]@]*@[^<>()[\]]*)(?:[>)\]]|$)/;

function readPart(part: string): string | null {
  const inside = angled.exec(part)?.[1];
  return readOne(inside ?? part) ?? readWords(part);
}

/** Between blanks an address comes first, and behind the last one only remarks in brackets: `anna smith@example.com` could be anybody's. */
function readWords(part: string): string | null {
  const words = part.match(betweenBlanks) ?? [];
  const [first = "", ...others] = words.slice(words.findIndex((word) => !/^[(<][^@]*$/.test(word)));
  const behindAll = others.slice(others.findLastIndex((other) => other.includes("@")) + 1);
  return behindAll.every((other) => /^[(<]/.test(other)) ? readOne(first) : null;
}

/** A bracket with all that stands in it is one with what it stands at. */
const betweenBlanks = /(?:[^\s(<]|[(<][^)>]*[)>]?)+/g;

/** Marks that stand in front of an address and not in it, and a list's; behind it whatever ends no domain, such as a sentence's dot. */
const before = /^(?:[\s<>()[\]{}"'`“”„‘’«»,;:|•·]|[*+-]\s)+/;
/** Half a character is a part of a sign that a domain may end with. */
const behind = /[^\p{L}\p{M}\p{N}\p{So}\p{Cs}]/u;
/** `mailto:`, `E-Mail: `, `SMTP:` */
const label = /^\p{L}[\p{L}\p{M}\s.-]*:[\s/]*/u;

/** A text that is one address and what surrounds it; behind `mailto:` a subject too. */
function readOne(text: string): string | null {
  const inside = trimBehind(text.replace(before, ""));
  const unlabelled = inside.replace(label, "");
  const isLink = unlabelled !== inside || !inside.includes("@");
  const address = isLink ? trimBehind(unlabelled.replace(/\?.*$/s, "").replace(before, "")) : inside;
  return isEmail(address) && ![text, unlabelled].some((typed) => isTorn(typed, address)) ? address : null;
}

/** As a loop: a pattern would look from every mark for the text's end. */
function trimBehind(text: string): string {
  let end = text.length;
  while (end > 0 && behind.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** What closes a mark that stands in front. */
const closing: Readonly<Record<string, string>> = {
  "'": "'",
  "‘": "’",
  "’": "’",
  "“": "”",
  "„": "“",
  "«": "»",
  "{": "}",
};

/** Whether a mark in front was taken off and its other half is in the address: nobody typed `bob'@example.com` who typed `'bob'@…`. */
function isTorn(text: string, address: string): boolean {
  const [inFront = ""] = before.exec(text) ?? [];
  const behindIt = new Set(text.slice(text.lastIndexOf("@")));
  return Array.from(inFront).some((mark) => {
    const other = closing[mark];
    return other !== undefined && address.includes(other) && !behindIt.has(other);
  });
}
