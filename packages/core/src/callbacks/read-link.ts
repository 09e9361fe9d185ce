const longestLink = 999;

/** An address that people may follow; undefined for anything else, and for one that was cut. */
export const readLink = (text: string | undefined): string | undefined =>
  text !== undefined && text.length <= longestLink && /^https?:\/\//i.test(text) && URL.canParse(text)
    ? text
    : undefined;
