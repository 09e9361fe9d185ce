import { expect, it } from "vitest";
import { publishedWords } from "./published-words.ts";

const clock = { now: () => 1_700_000_000_000, timeZone: "UTC" };
const published = { state: "published", since: null } as const;

it.each([
  ["known, where it changed long ago", published, 1_699_999_910_000, /^known$/],
  ["known, where nobody says when it changed", published, undefined, /^known$/],
  [
    "perhaps what was before, just after a change",
    published,
    1_699_999_999_000,
    /^known; until .*22:14:49.* may still/,
  ],
  [
    "perhaps taken yet, just after it was deleted",
    { ...published, state: "withdrawn" },
    1_699_999_999_000,
    /^withdrawn; until/,
  ],
  [
    "waiting",
    { state: "waiting", since: 1_699_999_999_000 },
    1_699_999_999_000,
    /^not yet, tried every minute/,
  ],
] as const)("the edge's version is %s", (_, snapshot, changedAt, words) => {
  expect(publishedWords(snapshot, clock, changedAt)).toMatch(words);
});
