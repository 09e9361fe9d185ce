/** A lead stands under few words, because each is a row written: the first two of a name and its last. */
const mostWords = 3;
const longestWord = 64;

/**
 * The words a name is searched by, and a search is read by: lower-case, NFC, without the punctuation around them, each once.
 * What SQLite did to the names of before (migrations/0004) is the same for ASCII.
 */
export function nameWords(name: string | null): string[] {
  const different = allNameWords(name);
  return different.length <= mostWords
    ? different
    : [...different.slice(0, mostWords - 1), ...different.slice(-1)];
}

/** The same words, however many: those a search is held against that an index does not know. */
export function allNameWords(name: string | null): string[] {
  const words = (name ?? "")
    .toLowerCase()
    .normalize("NFC")
    .replaceAll(invisible, "")
    .split(between)
    .map(bare);
  return [...new Set(words.filter((word) => word !== ""))];
}

const bare = (word: string) => Array.from(word.replaceAll(around, "")).slice(0, longestWord).join("");

/** Joiners and direction marks: two spellings that look alike are one. */
const invisible = /\p{Cf}/gu;
const between = /[\s,;|/()[\]{}<>"]+/u;
const around = /^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu;
