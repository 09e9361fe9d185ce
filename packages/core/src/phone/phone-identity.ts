import { isPlaceholderPhone } from "../placeholders/is-placeholder-phone.ts";

/**
 * A formatted number as it tells people apart: one spelling for numbers that are one telephone though their country lets them be written
 * with and without a digit. Undefined of a number that people type who give none.
 * @param formatted `+<calling code>-<national number>`
 */
export const phoneIdentity = (formatted: string): string | undefined =>
  isPlaceholderPhone(formatted) ? undefined : phoneSpelling(formatted);

/** The one spelling of a number under which it is compared and searched. */
export const phoneSpelling = (formatted: string): string =>
  quirks.reduce((spelled, [written, meant]) => spelled.replace(written, meant), formatted);

/** The other spelling of such a number, under which it may have been stored before there was one; undefined of any other number. */
export function earlierSpelling(spelled: string): string | undefined {
  const [, , now, before] = quirks.find(([, , meant]) => meant.test(spelled)) ?? [];
  return now === undefined || before === undefined ? undefined : spelled.replace(now, before);
}

type Quirk = readonly [before: RegExp, toNow: string, now: RegExp, toBefore: string];
const quirks: readonly Quirk[] = [
  // Argentina: the 9 says that a mobile is called from abroad. Area code and number, ten digits, are one subscriber's with or without it.
  [/^\+54-9(\d{10})$/, "+54-$1", /^\+54-(\d{10})$/, "+54-9$1"],
  // Brazil: mobiles, whose numbers begin with 6 to 9, were given a 9 in front by 2016 (Anatel's Resolution 553); fixed lines begin with 2 to 5.
  [
    /^\+55-(?<area>\d\d)(?<number>[6-9]\d{7})$/,
    "+55-$<area>9$<number>",
    /^\+55-(\d\d)9([6-9]\d{7})$/,
    "+55-$1$2",
  ],
  // Benin: every number was given 01 in front on 30 November 2024.
  [/^\+229-(\d{8})$/, "+229-01$1", /^\+229-01(\d{8})$/, "+229-$1"],
];

/** A stored phone as somebody looks for it: a number in its one spelling and without its extension, else the text as it was typed. */
export const soughtPhone = (stored: string): string =>
  phoneSpelling(/^(\+\d{1,3}-\d+) x\d+$/.exec(stored)?.[1] ?? stored);

/**
 * The same as it is compared; null also where it is a number that people type who give none, which says nothing of anybody. A text that
 * cannot be read is somebody's number, mistyped.
 */
export function comparablePhone(stored: string | null): string | null {
  const sought = soughtPhone(stored ?? "");
  return stored === null || (/^\+\d{1,3}-\d+$/.test(sought) && isPlaceholderPhone(sought)) ? null : sought;
}
