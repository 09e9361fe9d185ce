/**
 * Whether two names are of two people: they share no word. Case, accents, punctuation and width say nothing, nor does where a name is
 * split (`Mary-Ann`, `MaryAnn`). A word of one or two letters (an initial, `Mr`, `de`) and one that stands before many names (`Mrs`, `von`) is
 * shared only where one of the names has no other. A name without a letter or digit, or none at all, differs from nobody. Of a long text the beginning counts.
 */
export function namesDiffer(ours: string | null, theirs: string | null): boolean {
  const [one, other] = [foldedWords(ours), foldedWords(theirs)];
  if (one.length === 0 || other.length === 0 || one.join("") === other.join("")) return false;
  const [telling, alsoTelling] = [tellingWords(one), tellingWords(other)];
  const all = new Set(other);
  return !one.some((word) => all.has(word) && (telling.has(word) || alsoTelling.has(word)));
}

/** Of a name such as `Dr. Anna de Vries`: dr, anna, de, vries. */
const foldedWords = (name: string | null) => fold(name ?? "").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Longer ones are no names, and comparing their words would take its time. */
const longestName = 300;
/** One sign may come apart into 18 (U+FDFA); of a name's they are three at most, which are Hangul's. */
const longestApart = 3 * longestName;

function fold(name: string): string {
  const plain = name
    .slice(0, longestName)
    .replaceAll(apostrophes, "")
    .normalize("NFKD")
    .slice(0, longestApart)
    .replaceAll(unseen, "")
    .toUpperCase()
    .toLowerCase()
    .replaceAll(letters, (letter) => plainLetters[letter] ?? letter);
  // Composed again, because kana and Hangul are other letters when they are not.
  return plain.normalize("NFC").replaceAll(spelledOut, (pair) => pair.charAt(0));
}

/** They stand within a word: O'Brien. */
const apostrophes = /['’‘ʼ`´]/gu;

/** What is not seen, and Latin, Greek, Cyrillic and Arabic accents. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u0300-\u036F\u064B-\u0655\u0670]/gu;

/** Letters that Unicode does not take apart. */
const plainLetters: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ŧ: "t",
  þ: "th",
  æ: "ae",
  œ: "oe",
};
const letters = new RegExp(`[${Object.keys(plainLetters).join("")}]`, "gu");

/** Müller is Mueller too, Søren Soeren, Håkon Haakon. */
const spelledOut = /a[ae]|[ou]e/g;

function tellingWords(words: readonly string[]): ReadonlySet<string> {
  const telling = words.filter((word) => !short.test(word) && !beforeNames.has(word));
  return new Set(telling.length > 0 ? telling : words);
}

/** Forms of address and particles of three letters and more, as `fold` leaves them. */
const beforeNames: ReadonlySet<string> = new Set(
  `mrs miss mister sir madam prof professor shri shree smt haji herr frau mme mlle madame monsieur senor senora sra srta dona dott
  pan pani bay bayan bey hanim bapak ibu von van der den del dos das`.split(/\s+/),
);

/** Of a script with capitals: elsewhere a single sign may be a whole name. */
const short = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]{1,2}$/u;
