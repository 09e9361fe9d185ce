import type { Constant } from "@leadrelay/contracts/shape";

/** A single value of a lead; null: it says nothing. */
type Value = string | number | boolean | null;

/**
 * Whether a value is what a condition names. Everything a form sends is text, so texts are compared without regard to capitals and
 * blanks, and where both are numbers as such; `true` and `false` are `yes` and `no`, too; null is what is blank.
 */
export function isSame(value: Value, wanted: Constant): boolean {
  if (wanted === null || isBlank(value)) return wanted === null && isBlank(value);
  if (typeof wanted === "boolean") return (wanted ? yes : no).has(fold(value));
  if (fold(value) === fold(wanted)) return true;
  const [one, other] = [readNumber(value), readNumber(wanted)];
  return one !== undefined && one === other;
}

/**
 * What a value is beside another: negative before it, 0 the same, positive behind it. Beside a number only numbers stand, beside a date
 * only dates; other texts by the alphabet. undefined: they do not compare.
 */
export function compareValues(value: Value, wanted: Constant): number | undefined {
  if (isBlank(value) || isBlank(wanted) || typeof wanted === "boolean") return undefined;
  const number = readNumber(wanted);
  if (number !== undefined) return difference(readNumber(value), number);
  const date = readDate(wanted);
  if (date !== undefined) return difference(readDate(value), date);
  const [one, other] = [fold(value), fold(wanted)];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Whether a text has another in it, without regard to capitals and blanks. */
export const hasWithin = (value: Value, wanted: Constant): boolean =>
  !isBlank(value) && !isBlank(wanted) && fold(value).includes(fold(wanted));

export const isBlank = (value: Value): boolean =>
  value === null || (typeof value === "string" && value.trim() === "");

const yes = new Set(["true", "yes", "1", "on", "y"]);
const no = new Set(["false", "no", "0", "off", "n"]);

const difference = (one: number | undefined, other: number) => (one === undefined ? undefined : one - other);

const fold = (value: Value) => String(value).normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/g, " ");

/** Nothing longer is a number or a date. */
const longest = 40;
const amount = /^(?:rs\.?|inr|usd|eur|[₹$€£])?\s*([+-]?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{2,3})+)(?:\.\d+)?)$/i;

/** `5000`, `5,000`, `5,00,000.50` and `₹ 5000`; none with zeros before it, which are parts of codes. */
function readNumber(value: Value): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.length > longest) return undefined;
  const digits = amount.exec(value.trim())?.[1]?.replaceAll(",", "");
  return digits === undefined ? undefined : Number(digits);
}

const dated = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** ms UTC of `2026-11-30`, with or without a time, and of `30/11/2026`, whose day stands first; undefined of all else. */
function readDate(value: Value): number | undefined {
  if (typeof value !== "string" || value.length > longest) return undefined;
  const text = value.trim();
  const [, day, month, year] = dayFirst.exec(text) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day));
  const [, y, m, d, hour = "0", minute = "0", second = "0", zone = "Z"] = dated.exec(text) ?? [];
  const at = y === undefined ? undefined : dayOf(Number(y), Number(m), Number(d));
  if (at === undefined || Number(hour) > 24 || Number(minute) > 59) return undefined;
  return at + (Number(hour) * 60 + Number(minute) - offsetOf(zone)) * 60_000 + Number(second) * 1_000;
}

const offsetOf = (zone: string) => {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

function dayOf(year: number, month: number, day: number): number | undefined {
  const at = Date.UTC(year, month - 1, day);
  const read = new Date(at);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day ? at : undefined;
}
