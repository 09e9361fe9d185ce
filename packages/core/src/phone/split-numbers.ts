/** Where one number ends and another may begin; a slash also parts an area code from its number, so who reads both decides. */
const separators = /[,;|/&\n\\]+|\s(?:or|and|und|oder|et|ou|y|o|e|и|или)\s|(?<=\d[\s().-]*)(?=\+)/giu;

/**
 * The ways in which a text may begin with one number and go on with another, the shortest beginning first.
 * @param text as `plainNumber` gives it
 */
export function splitNumbers(text: string): { first: string; rest: string }[] {
  return [...text.matchAll(separators)].map((separator) => ({
    first: text.slice(0, separator.index),
    rest: text.slice(separator.index + separator[0].length),
  }));
}

/** The same at blanks and dashes, where nothing but the digits says that there are two. */
export function splitAtBlanks(text: string): { first: string; rest: string }[] {
  return [...text.matchAll(/[\s\-–—]+/g)].map((blank) => ({
    first: text.slice(0, blank.index),
    rest: text.slice(blank.index + blank[0].length),
  }));
}
