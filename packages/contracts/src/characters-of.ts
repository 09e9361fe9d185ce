let segmenter: Intl.Segmenter | undefined;

/**
 * A text as the characters a reader sees (an accent or a family of emoji is one).
 * Their segmenter is made with the first text: to make one takes more of a Worker's start than all else of ours.
 */
export const charactersOf = (text: string): Intl.Segments =>
  (segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" })).segment(text);

/** Of a character that is a family of emoji, in UTF-16 units, with room to spare. */
export const longestCharacter = 64;
