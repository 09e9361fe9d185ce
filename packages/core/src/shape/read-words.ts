import type { Filter } from "@leadrelay/contracts/shape";
import { WrongShape } from "./shape-problem.ts";

/** In the order in which they are looked for: the longer before those they begin with. */
const phrases: readonly (readonly [words: string, sign: string, takes: "value" | "list" | true | false])[] = [
  ["is not one of", "$nin", "list"],
  ["is none of", "$nin", "list"],
  ["is one of", "$in", "list"],
  ["is not given", "$exists", false],
  ["is not blank", "$exists", true],
  ["is given", "$exists", true],
  ["is blank", "$exists", false],
  ["is more than", "$gt", "value"],
  ["is at least", "$gte", "value"],
  ["is less than", "$lt", "value"],
  ["is at most", "$lte", "value"],
  ["is after", "$gt", "value"],
  ["is before", "$lt", "value"],
  ["is not", "$ne", "value"],
  ["is", "$eq", "value"],
  ["does not contain", "$not", "value"],
  ["contains", "$contains", "value"],
];

const examples =
  "country is IN, fields.budget is at least 5000, source is one of google, facebook, email is given";

/**
 * A condition in simple words, as the MongoDB-style one it stands for: several joined by "and". A value that has such a word within it
 * stands in double quotes. Throws `WrongShape` for what are no such words.
 */
export function readWords(text: string, at: string): Filter {
  const parts = splitAnd(text).map((part) => readPart(part, at));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { $and: parts };
}

function readPart(text: string, at: string): Filter {
  const plain = text.trim();
  for (const [words, sign, takes] of phrases) {
    const found = ` ${outsideQuotes(plain).toLowerCase()} `.indexOf(` ${words} `);
    if (found < 1) continue;
    const field = unquoted(plain.slice(0, found - 1).trim());
    const rest = plain.slice(found + words.length).trim();
    if (field === "") break;
    if (typeof takes === "boolean") {
      if (rest !== "") break;
      return { [field]: { [sign]: takes } };
    }
    if (rest === "") break;
    if (takes === "list") return { [field]: { [sign]: rest.split(",").map((one) => unquoted(one.trim())) } };
    if (sign === "$not") return { [field]: { $not: { $contains: unquoted(rest) } } };
    return { [field]: { [sign]: unquoted(rest) } };
  }
  throw new WrongShape(
    at,
    `says ${JSON.stringify(plain.slice(0, 80))}, which are no words for a condition. Such are: ${examples}`,
  );
}

/** The same text, and as long, with signs that are no words' in place of what stands in quotes. */
const outsideQuotes = (text: string) =>
  text.replaceAll(/"[^"]*"/g, (quoted) => "\u0000".repeat(quoted.length));

const unquoted = (text: string) => (/^"[^"]*"$/.test(text) ? text.slice(1, -1) : text);

function splitAnd(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  for (;;) {
    const at = outsideQuotes(rest).toLowerCase().indexOf(" and ");
    if (at === -1) return [...parts, rest];
    parts.push(rest.slice(0, at));
    rest = rest.slice(at + 5);
  }
}
