/** Where one number ends and another may begin; a slash also parts an area code from its number, so who reads both decides. */
const separators = /[,;|/&\n\\]+|\s(?:or|and|und|oder|et|ou|y|o|e|и|или)\s|(?=\+)(?<=\d[\s().-]*)/giu;

/**
 * The ways in which a text may begin with one number and go on with another, the shortest beginning first.
 * @param text as `plainNumber` gives it
 */
export function splitNumbers(text: string): { first: string; rest: string }[] {
  return splitAt(separators, text);
}

/** The same at blanks and dashes, where nothing but the digits says that there are two. */
export function splitAtBlanks(text: string): { first: string; rest: string }[] {
  return splitAt(/[\s\-–—]+/g, text);
}

/** Nobody writes so many numbers, and reading each as one takes its time. */
const mostSplits = 16;

const splitAt = (separator: RegExp, text: string) =>
  [...text.matchAll(separator)].slice(0, mostSplits).map(({ index, 0: between }) => ({
    first: text.slice(0, index),
    rest: text.slice(index + between.length),
  }));
