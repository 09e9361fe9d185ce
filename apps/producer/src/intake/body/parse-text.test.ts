import { expect, test } from "vitest";
import { utf8Length } from "./decode-text.ts";
import { parseText } from "./parse-text.ts";

const parse = (text: string) => parseText(text, utf8Length(text));

test.each([
  ['{"email":"a@b.co"}', "a@b.co"],
  ['  \n{"email": "a@b.co"}\n', "a@b.co"],
  ["email=a%40b.co&x=1", "a@b.co"],
  ["email=a@b.co\r\n", "a@b.co"],
])("%j holds an e-mail address", (text, email) => {
  expect(parse(text)).toMatchObject({
    kind: "parsed",
    entries: expect.arrayContaining([["email", email]]),
  });
});

test.each(["hello", "[1]", "[a=b]", "{a=b}", "<email>a@b.co</email>"])("%j is refused", (text) => {
  expect(parse(text)).toMatchObject({ kind: "refused", status: 400 });
});
