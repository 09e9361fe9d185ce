import { expect, it } from "vitest";
import { wordsOf } from "./words-of.ts";

it.each([
  ["N/A", ["n", "a"]],
  ["Anna-Maria  RAO", ["anna", "maria", "rao"]],
  ["रवि", ["रवि"]],
  ["- 🙂 -", []],
  ["", []],
  ["v1.2", ["v1", "2"]],
])("%j has the words %j", (text, words) => expect(wordsOf(text)).toEqual(words));
