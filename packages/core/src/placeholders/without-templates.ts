import { engine } from "./is-template.ts";
import { longestNothing, plainText } from "./plain-text.ts";

/** A variable between the signs of its template engine. */
const filledIn =
  /\{\{[^{}]*\}\}|[$#]\{[^{}]*\}|\{%[^%]*%\}|<[%?][^%?]*[%?]>|\[\[[^[\]]*\]\]|\*\|[^|]*\|\*|%%[^%]*%%/g;
const marks = new RegExp(engine, "g");

/**
 * A text without what a template left in it: `98765 43210 [[office]]` says a number, `{{phone_123456}}` nothing. What has no letter
 * (`{{9876543210}}`) is a value, not a variable. A text without templates stays as it is, and so does a long one.
 */
export function withoutTemplates(text: string): string {
  const plain = plainText(text, longestNothing);
  if (plain === undefined || !engine.test(plain)) return text;
  return plain
    .replaceAll(filledIn, (found) => (/\p{L}/u.test(found) ? " " : found))
    .replaceAll(marks, " ")
    .trim();
}
