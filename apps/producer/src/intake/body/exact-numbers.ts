/** A number, where one may stand, of more digits than a double is sure to hold, with an exponent, or below nothing. */
const mayLose = /[:[,]\s*-?(?:[\d.]{16}|[\d.]+e)|[:[,]\s*-0/i;

const stringsAndNumbers = /"(?:[^"\\]|\\[^])*"|-?\d[\d.e+-]*/gi;

const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;

/**
 * JSON whose numbers are those that it says: one that a double (IEEE 754) cannot hold, such as an id of twenty digits, `1e999` or `-0`,
 * is made the text that was written. undefined where each is held. @param text JSON that was parsed before.
 */
export function withExactNumbers(text: string): string | undefined {
  if (!mayLose.test(text)) return undefined;
  const exact = text.replaceAll(stringsAndNumbers, (token) =>
    token.startsWith('"') || isHeld(token) ? token : `"${token}"`,
  );
  return exact === text ? undefined : exact;
}

const isHeld = (token: string) => valueOf(token) === valueOf(String(Number(token)));

/** Sign, digits without zeros at either end, power of ten: `1.50`, `15e-1` and `0.15E+1` are one. undefined for what is beyond all. */
function valueOf(token: string): string | undefined {
  const [, sign = "", whole, fraction = "", power = "0"] = decimal.exec(token) ?? [];
  if (whole === undefined) return undefined;
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const significant = withoutZerosAtEnd(digits);
  const exponent =
    significant === "" ? 0 : Number(power) - fraction.length + digits.length - significant.length;
  return `${sign}${significant}e${exponent}`;
}

/** Read from the end: `/0+$/` tries each zero of the number for its last, which takes most of a minute for a hundred thousand of them. */
function withoutZerosAtEnd(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === "0") end -= 1;
  return digits.slice(0, end);
}
