import { isTemplate } from "./is-template.ts";
import { longestNothing, plainText } from "./plain-text.ts";
import { wordsOf } from "./words-of.ts";

/** What a script writes where it has no value. */
const scripts: ReadonlySet<string> = new Set(["undefined", "null", "nan", "none", "nil"]);

/** What people and programs write for "there is none", as the words of a text. */
const phrases: ReadonlySet<string> = new Set(
  (
    "n a, na, not set, not applicable, not available, not provided, not given, not specified, no, nope, nothing, " +
    "empty, blank, void, false, true, unknown, anonymous, object object, no email, no e mail, no mail, noemail, " +
    "nomail, no email address, without email, no phone, no number, no phone number, nophone, no mobile, " +
    "no telephone, kein, keine, keiner, keine angabe, k a, nein, aucun, aucune, ninguno, ninguna, nenhum, nessuno, " +
    "nessuna, geen, brak, yok, нет, なし, 无, 無, 没有, لا يوجد, नहीं, tbd, optional, no tengo, " +
    "não tenho, tidak ada, don t have, pas de mail, e mail, email, your email, email address, your email address, " +
    "phone, your phone, phone number, your phone number, mobile number"
  ).split(", "),
);

/** Whether a text is only what a script or a template leaves where it has no value, whatever the field. */
export function isUnset(text: string): boolean {
  const plain = plainText(text, longestNothing);
  return plain !== undefined && isLeft(plain, wordsOf(plain));
}

/** Whether a text given for an e-mail address or a phone number is only words for nothing: `null`, `N/A`, `-`, `{{email}}`. */
export function saysNothing(text: string): boolean {
  const words = wordsOf(text.slice(0, longestNothing));
  const said = words.join(" ");
  if (phrases.has(said) || fewNoughts.test(said)) return true;
  const plain = plainText(text, longestNothing);
  return plain !== undefined && isLeft(plain, words);
}

const isLeft = (plain: string, words: readonly string[]) =>
  isTemplate(plain) || cellError.test(plain) || words.every((word) => scripts.has(word));

/** What a spreadsheet shows in place of a value. */
const cellError = /^#(?:N\/A|NAME\?|REF!|VALUE!|ERROR!|NULL!|NUM!|DIV\/0!)$/;

/** Noughts that are too few for a number. */
const fewNoughts = /^0{1,5}$/;
