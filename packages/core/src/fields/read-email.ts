import { plainText } from "../placeholders/plain-text.ts";
import { isEmail } from "./is-email.ts";

/**
 * The address in what was typed into an e-mail field, in the letters it was typed in; null where there is none, or where it would be a
 * guess. Reads wide letters and `＠`, `Anna <anna@example.com>`, `mailto:…`, marks around an address, and of several the first:
 * `<input type=email multiple>` joins them by commas.
 */
export function readEmail(typed: string): string | null {
  if (typed.length > longestText) return null;
  const text = plainText(typed).replaceAll(/[。｡]/g, ".");
  const whole = readOne(text);
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

/** Longer ones hold more than addresses, and the patterns below take their time over them. */
const longestText = 1_000;

const separators = /[,;|、\n/]+|\s(?:and|und|or|oder|et|ou|y|o|e|&|\+)\s/u;
const angled = /[<([]([^<>()[\]]*@[^<>()[\]]*)(?:[>)\]]|$)/;

function readPart(part: string): string | null {
  const inside = angled.exec(part)?.[1];
  return readOne(inside ?? part) ?? readWords(part);
}

/** Between blanks everything has to be an address, or a remark in brackets: `anna smith@example.com` could be anybody's. */
function readWords(part: string): string | null {
  const [first = "", ...others] = part.trim().split(/\s+(?![^(<]*[)>])/);
  return others.every((other) => other.includes("@") || /^[(<]/.test(other)) ? readOne(first) : null;
}

/** Marks that stand around an address, never in it; behind it also the dot that ends a domain's full name, or a sentence. */
const before = /^[\s<>()[\]{}"'“”„‘’«»,;:|]+/;
const behind = /[\s<>()[\]{}"'“”„‘’«»,;:|.!?/]+$/;
/** `mailto:`, `E-Mail: `, `SMTP:` */
const label = /^\p{L}[\p{L}\p{M}\s.-]*:[\s/]*/u;

/** A text that is one address and what surrounds it; behind `mailto:` a subject too, and letters that a link escapes. */
function readOne(text: string): string | null {
  const inside = text.replace(before, "").replace(behind, "");
  const unlabelled = inside.replace(label, "");
  const isLink = unlabelled !== inside || !inside.includes("@");
  const address = isLink
    ? unlabelled.replace(/\?.*$/s, "").replaceAll(/%40/g, "@").replace(behind, "")
    : inside;
  return isEmail(address) ? address : null;
}
