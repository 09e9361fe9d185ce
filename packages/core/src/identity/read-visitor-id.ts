/** What a page's script writes into a hidden field when it has no id: every visitor of that page would be one person. */
const noId = /^(undefined|null|nan|none|false|0|\[object object\])$/i;

/** A browser's id as posted, or as a lead has it: rows of earlier versions may hold such a word. Null where there is none. */
export const readVisitorId = (text: string | null | undefined): string | null =>
  noId.test(text ?? "") ? null : (text ?? null);
