/**
 * A text of which nothing acts on a terminal: what was posted may hold escape sequences, or turn the direction of writing. Line feeds, tabs
 * and colours stay; the rest is shown as what it is.
 */
export const harmless = (text: string): string => text.replaceAll(acting, shown);

const acting =
  // oxlint-disable-next-line no-control-regex -- these are what it is about
  /\u001b(?!\[[\d;]*m)|[\0-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const shown = (character: string) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
