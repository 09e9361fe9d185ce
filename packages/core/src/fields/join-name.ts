import { wordsOf } from "../placeholders/words-of.ts";
import type { NamePart } from "./aliases.ts";
import type { NamePiece } from "./name-pieces.ts";

/** Scripts whose people write the family name first, and no blanks between words. */
const familyFirst = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s・ー]+$/u;

/**
 * One name of all its pieces, none said twice: `Asha` and `Rao`, `Asha Rao` and `Rao`, `Rao` under `name` beside a `first_name`.
 * Undefined where there is no piece.
 */
export function joinName(pieces: readonly NamePiece[]): string | undefined {
  if (pieces.length < 2) return pieces[0]?.text;
  const isFamilyFirst = pieces.every(({ text }) => familyFirst.test(text));
  const order: readonly NamePart[] = isFamilyFirst
    ? ["family", "whole", "given", "middle"]
    : ["given", "middle", "whole", "family"];
  const says = saying();
  let said: string[] = [];
  for (const wanted of order)
    for (const { part, text } of pieces) if (part === wanted) said = addOnce(said, text, says);
  return said.join(" ");
}

/** Whether all words of the other text are in the one. */
type Says = (name: string, other: string) => boolean;

/** Longer ones are no names, and comparing their words would take its time. */
const longestNames = 1_000;

/** What an earlier piece says already is left out, and an earlier piece that this one says too gives way to it. */
const addOnce = (said: string[], text: string, says: Says): string[] =>
  says(said.join(" "), text) ? said : [...said.filter((earlier) => !says(text, earlier)), text];

/** Where names are written without blanks, as a part of a word too. Each text is taken apart once. */
function saying(): Says {
  const taken = new Map<string, readonly string[]>();
  const wordsIn = (text: string) => {
    const words = taken.get(text) ?? wordsOf(text);
    taken.set(text, words);
    return words;
  };
  return (name, other) => {
    if (name.length + other.length > longestNames) return name === other;
    const words = wordsIn(name);
    return wordsIn(other).every((word) =>
      words.some((own) => own === word || (familyFirst.test(word) && own.includes(word))),
    );
  };
}
