import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/**
 * D1 binds numbers as reals: SQLite divides by one with a rest, makes a remainder a real, and writes it behind `||` as `13.0`. So what is put beside
 * `/`, `%` or `||` in a statement is a literal (`sql.lit`, `sql.raw`), a cast, or no number at all.
 */
const besideAnOperator = /(?:(?:[/%]|\|\|) \$\{([^}]*)\})|(?:\$\{([^}]*)\} (?:[/%]|\|\|))/g;

/** By what it is built of: none is bound as a number. */
const notBound = [
  /^whole\(/,
  /^hourMs$/,
  // Columns and values out of JSON, which are as they were written.
  /^at$/,
  /^hourOfTime\(at\)$/,
  /^hourKey\(/,
  /^leaf$/,
  /^marked$/,
];

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !file.endsWith("test.ts"),
);

it("finds what is put beside an operator", () => {
  const text = "key / ${count} + ${place} % max(1) || ${n} || ${whole(2)} / 2";
  expect([...text.matchAll(besideAnOperator)].map(([, behind, before]) => behind ?? before)).toEqual([
    "count",
    "place",
    "n",
    "whole(2)",
  ]);
});

it("no statement divides by, or writes into a text, a number that it binds", () => {
  expect(sources.length).toBeGreaterThan(200);
  const bound = sources.flatMap((file) =>
    readFileSync(join(import.meta.dirname, file), "utf8")
      .split("\n")
      .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
      .flatMap((line) => [...line.matchAll(besideAnOperator)])
      .map(([, behind, before]) => behind ?? before ?? "")
      .filter((name) => !notBound.some((one) => one.test(name)))
      .map((name) => `${file}: ${name}`),
  );
  expect(bound).toEqual([]);
});
