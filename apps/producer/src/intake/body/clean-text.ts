/** The controls that are no tab or line end: NUL and its neighbours, DEL, and the second row (C1). */
const controls = /[^\P{Cc}\t\n\r]/u;
/** Unicode counts these as line breaks (UAX 14). Word leaves the first one where a line was broken by hand. */
const lineBreaks = /[\v\f\x85]/g;
const dropped = /[^\P{Cc}\t\n\r]/gu;

/**
 * Text without control characters, which come along from copy and paste: SQLite ends a text at a NUL, XML and terminals
 * choke on the others. Tabs and line ends stay.
 */
export const cleanText = (text: string): string =>
  controls.test(text) ? text.replaceAll(lineBreaks, "\n").replaceAll(dropped, "") : text;

/** Where an urlencoded text may hold something to be cleaned, or line ends that no form encoding leaves: one pass. */
const suspicious = /\p{Cc}|%(?:[01]|7[fF]|[cC]2|u00)/u;

/** False for what a browser sends as a rule; then neither the text nor what its escapes stand for needs cleaning. */
export const maySpoil = (text: string): boolean => suspicious.test(text);
