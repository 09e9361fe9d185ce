/**
 * Countries whose numbers have no fixed length and whose area codes may begin as their calling code does (0 49 34 is in Germany), so
 * that both readings are valid and the plan decides nothing. At home a number is dialled, and typed, with a 0 in front.
 */
const openPlans: ReadonlySet<string> = new Set(["49", "43"]);

/** Longest area code without its zero; a group of digits of that length is one. */
const areaCode = /^\d{3,5}$/;
/** A number of this length that begins with the calling code is hardly ever one without: area code and subscriber are 11 digits at most. */
const withCode = 11;

/** Whether a number typed without + and without the zero of home begins with its country's calling code. */
export function beginsWithCode(text: string, code: string): boolean {
  if (!openPlans.has(code) || !text.startsWith(code)) return false;
  const [first = "", ...more] = groupsOf(text);
  return digitsIn(text) >= withCode || more.length === 0 || !areaCode.test(first);
}

/** Whether what follows a calling code begins with the same code once more. */
export function repeatsCode(text: string, code: string): boolean {
  if (!openPlans.has(code) || !text.startsWith(code)) return false;
  const [first = "", ...more] = groupsOf(text);
  return digitsIn(text) >= withCode && (more.length === 0 || first === code);
}

const groupsOf = (text: string) => text.split(/\D+/).filter((group) => group !== "");
const digitsIn = (text: string) => text.replaceAll(/\D/g, "").length;
