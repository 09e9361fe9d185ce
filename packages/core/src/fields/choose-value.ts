import type { KnownField } from "@leadrelay/contracts/submission-fields";
import { isPlaceholderEmail } from "../placeholders/is-placeholder-email.ts";
import { isPlaceholderVisitorId } from "../placeholders/is-placeholder-visitor-id.ts";
import { isUnset, saysNothing } from "../placeholders/says-nothing.ts";
import { isPhone } from "./contact.ts";
import { readEmail } from "./read-email.ts";

/** How much a value says: 2 whom it reaches, 1 something of the kind that reaches nobody in particular, 0 as typed. */
type Judge = (text: string) => 0 | 1 | 2;

const judges: Partial<Record<KnownField, Judge>> = {
  email: (text) => {
    const address = readEmail(text);
    return address === null ? 0 : isPlaceholderEmail(address) ? 1 : 2;
  },
  phone: (text) => (isPhone(text) ? 2 : 0),
  visitor_id: (text) => (isPlaceholderVisitorId(text) ? 0 : 2),
};

/** Nobody's form has so many fields of one kind; whose body has may be a machine's that wants to keep us busy. */
export const mostValues = 20;

/** Of all values of one field, in the order in which they count, the first of those that say most; undefined where all are blank. */
export function chooseValue(field: KnownField, texts: readonly string[]): string | undefined {
  const [first, ...others] = texts;
  // The usual form has one field of each: it counts whatever it says, and the producer is spared the look.
  if (first === undefined || others.length === 0)
    return first === undefined || isBlank(field, first) ? undefined : first;
  const judge = judges[field] ?? (() => 2);
  let taken: { text: string; says: number } | undefined;
  for (const text of texts.slice(0, mostValues)) {
    if (isBlank(field, text)) continue;
    const says = judge(text);
    if (taken === undefined || says > taken.says) taken = { text, says };
    if (says === 2) break;
  }
  return taken?.text;
}

/** Whether a form's own field was filled in, by whatever: a calling code that was there before anybody typed does not count. */
export const isFilledIn = (field: KnownField, text: string): boolean =>
  !isBlank(field, text) && !(field === "phone" && /^\D*(?:\+|00)(?:\D*\d){0,4}\D*$/.test(text));

/**
 * Whether a value is as good as blank: what a script or a template leaves where it has none, and words for nothing where an e-mail
 * address or a phone number should stand (`NO` is a country), or in a honeypot, where scripts and checkboxes write `false`, `0`, `no` or
 * `off` and a bot enters something. A message says what it says.
 */
export function isBlank(field: KnownField, text: string): boolean {
  if (field === "email") return !text.includes("@") && saysNothing(text);
  if (field === "phone") return !isPhone(text) && saysNothing(text);
  if (field === "honeypot") return isOff.test(text) || (saysNothing(text) && !isOn.test(text));
  if (field === "country_code" && flag.test(text)) return false;
  return field !== "message" && field !== "visitor_id" && mayLookUnset(text) && isUnset(text);
}

const flag = /[\u{1f1e6}-\u{1f1ff}]/u;

/** What a box that is not ticked is written as, and several of them: a form may have its trap twice. */
const isOff = /^(?:(?:off|no|false|[-+]?0+(?:\.0*)?)(?:[\s,;|]+|$))+$/i;
/** As an address or a number it says nothing, in a box it is a tick. */
const isOn = /^\W*true\W*$/i;

/** Most values are spared the closer look, and by how they begin, or by one pass for signs that no plain word has, this one too. */
const mayLookUnset = (text: string) =>
  (beginsUnset.test(text) || oddSign.test(text)) && mayBeUnset.test(text);
const beginsUnset = /^(?:[\W_]*(?:undefined|null|nan|none|nil|$)|\s*(?:__|:))/i;
const oddSign = /[^\w\s.,:;/?=&+()'"!-]|\uFEFF/;
const mayBeUnset = /undefined|null|nan|none|nil|[^\w\s.,:;/?=&+()'"!-]|^\W*$/i;
