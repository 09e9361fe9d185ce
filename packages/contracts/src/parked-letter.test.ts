import { expect, it } from "vitest";
import { parseParkedLetter } from "./parked-letter.ts";

it.each([
  ["only its id", { database: "DB", letter: { id: "dl_1" } }, "DB"],
  ["columns of another version", { database: "DB_2", letter: { id: "dl_1", kind: 7, later: [1] } }, "DB_2"],
  ["no database", { letter: { id: "dl_1", kind: "poison" } }, null],
  ["a database that is no name", { database: 1, letter: { id: "dl_1" } }, null],
])("a letter with %s is read as it was written", (_what, record, database) => {
  expect(parseParkedLetter(JSON.stringify(record))).toEqual({ database, letter: record.letter });
});

it.each(["", "{broken", "null", "[]", "7", "{}", '{"database":"DB","letter":null}', '{"letter":{"id":1}}'])(
  "what is no letter (%s) is told from one",
  (text) => {
    expect(parseParkedLetter(text)).toBeUndefined();
  },
);
