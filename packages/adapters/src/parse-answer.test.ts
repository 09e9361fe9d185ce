import { expect, test } from "vitest";
import * as z from "zod/mini";
import { parseAnswer } from "./parse-answer.ts";

test.each([
  ['{"id":"7","more":1}', { id: "7" }],
  ['{"id":7}', undefined],
  ["[]", undefined],
  ["null", undefined],
  ["", undefined],
  ["<html>", undefined],
])("of %j it reads what is named and nothing else", (body, read) => {
  expect(parseAnswer(z.object({ id: z.string() }), { body })).toEqual(read);
});
