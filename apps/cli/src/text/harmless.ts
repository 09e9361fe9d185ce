import { shownText } from "./kept-text.ts";

/**
 * A text of which nothing acts on a terminal: what was posted may hold escape sequences, hide itself by colours, or turn the direction of
 * writing. Line feeds and tabs stay; the rest is shown as what it is, C0, DEL, C1 and the bidirectional controls (UAX 9) as escapes.
 */
export const harmless = (text: string): string => shownText(text).replaceAll(acting, shown);

/** The same for a text that we painted ourselves, its parts harmless already: colours stay. */
export const harmlessPainted = (text: string): string =>
  text
    .split(colour)
    .map((part, index) => (index % 2 === 0 ? harmless(part) : part))
    .join("");

/** A value of an answer with every text in it, names too, made harmless. */
export function harmlessValue(value: unknown): unknown {
  if (typeof value === "string") return harmless(value);
  if (Array.isArray(value)) return value.map(harmlessValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [harmless(name), harmlessValue(inside)]),
  );
}

// oxlint-disable-next-line no-control-regex -- these are what it is about
const colour = /(\u001b\[[\d;]*m)/;

const acting =
  // oxlint-disable-next-line no-control-regex -- these are what it is about
  /[\0-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const shown = (character: string) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
