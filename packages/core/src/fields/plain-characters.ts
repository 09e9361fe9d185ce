/**
 * A value with HTML's references as the characters they stand for. Browsers post `&#1040;` for a letter that an old page's encoding does
 * not have (https://encoding.spec.whatwg.org/#error-mode), plug-ins `&amp;` and `&#039;` for what they made safe to show, and WordPress
 * hands them `O\'Neil`. Undone once; what stands for a control character stays as it is.
 */
export const plainCharacters = (text: string): string =>
  text.includes("&") || text.includes("\\")
    ? text.replaceAll(slashed, "$1").replaceAll(references, characterOf).trim()
    : text;

/** As PHP's `addslashes` leaves quotes; nobody types that. */
const slashed = /\\(['"])/g;

const references = /&(?:#(\d{2,7}|x[\da-f]{2,6})|(amp|lt|gt|quot|apos|nbsp|commat));/gi;

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  commat: "@",
};

const lastCodePoint = 0x10ffff;

function characterOf(reference: string, code: string | undefined, name = ""): string {
  // Decimal may begin with noughts, and `Number` reads hex as it reads a script's: `0x41`.
  const codePoint = Number(code?.replace(/^x/i, "0x"));
  const character =
    code === undefined
      ? named[name.toLowerCase()]
      : codePoint <= lastCodePoint
        ? String.fromCodePoint(codePoint)
        : "\0";
  return character === undefined || /[\p{Cc}\p{Cs}]/u.test(character) ? reference : character;
}
