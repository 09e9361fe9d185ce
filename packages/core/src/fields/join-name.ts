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
  const texts = order.flatMap((part) =>
    pieces.filter((piece) => piece.part === part).map(({ text }) => text),
  );
  return texts.reduce<string[]>(addOnce, []).join(" ");
}

/** Longer ones are no names, and comparing their words would take its time. */
const longestNames = 1_000;

/** What an earlier piece says already is left out, and an earlier piece that this one says too gives way to it. */
const addOnce = (said: string[], text: string): string[] =>
  says(said.join(" "), text) ? said : [...said.filter((earlier) => !says(text, earlier)), text];

/** Whether all words of the other name are in a name; where names are written without blanks, as a part of a word too. */
function says(name: string, other: string): boolean {
  if (name.length + other.length > longestNames) return name === other;
  const words = wordsOf(name);
  return wordsOf(other).every((word) =>
    words.some((own) => own === word || (familyFirst.test(word) && own.includes(word))),
  );
}
