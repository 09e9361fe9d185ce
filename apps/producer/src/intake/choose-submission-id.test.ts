import { expect, test } from "vitest";
import { readLabels } from "./body/body-labels.ts";
import { parseBytes } from "./body/parse-body.ts";
import { chooseSubmissionId } from "./choose-submission-id.ts";

const asJson = readLabels(new Headers({ "content-type": "application/json" }));

/** The id of a JSON post under one key. */
function idOf(text: string): string {
  const body = parseBytes(new TextEncoder().encode(text), asJson);
  if (body.kind === "refused") throw new Error(body.detail);
  const chosen = chooseSubmissionId(new Headers({ "idempotency-key": "k1" }), "frm_a", body, () => "new");
  if (chosen.kind === "refused") throw new Error(chosen.detail);
  return chosen.id;
}

const post = (member: string) => `{"email":"a@b.co",${member}}`;

test.each<[string, string, string]>([
  ["a number beyond all and nothing", '"n":1e99999', '"n":null'],
  ["a number beyond all and one below all", '"n":1e99999', '"n":-1e99999'],
  ["two numbers beyond all", '"n":1e99999', '"n":1e99998'],
  ["a number beyond all and its words", '"n":1e99999', '"n":"1e99999"'],
  ["a number beyond all and the word for it", '"n":1e99999', '"n":"Infinity"'],
  ["a number near nothing and nothing", '"n":1e-99999', '"n":0'],
  ["0 and -0", '"n":0', '"n":-0'],
  ["two ids beyond 2^53", '"n":9007199254740992', '"n":9007199254740993'],
  ["two ids of twenty digits", '"n":12345678901234567890', '"n":12345678901234567891'],
  ["two decimals of one double", '"n":0.12345678901234567', '"n":0.123456789012345671'],
  ["a number and its text", '"n":17', '"n":"17"'],
  ["nothing and its word", '"n":null', '"n":"null"'],
  ["nothing and no field", '"n":null', '"m":null'],
  ["no and its word", '"n":false', '"n":"false"'],
  ["an empty list and an empty object", '"n":[]', '"n":{}'],
  ["what is nested", '"n":{"a":[1e999]}', '"n":{"a":[null]}'],
  ["which of two it is", '"n":[1e999,null]', '"n":[null,1e999]'],
  ["a name given twice and once", '"n":1,"n":2', '"n":2'],
  ["a name given twice, and otherwise", '"n":1,"n":2', '"n":3,"n":2'],
  ["a nested name given twice and once", '"n":{"a":1,"a":2}', '"n":{"a":2}'],
  ["two halves of an emoji", '"n":"\\ud83d"', '"n":"\\ud83e"'],
  ["half an emoji and what it becomes", '"n":"\\ud83d"', '"n":"\\ufffd"'],
  ["a control character and none", '"n":"a\\u0000"', '"n":"a"'],
  ["names that differ by a control character", '"n\\u0000":1,"n":2', '"n":2'],
])("two posts under one key are two submissions: %s", (_what, one, other) => {
  expect(idOf(post(one))).not.toBe(idOf(post(other)));
  expect(idOf(post(one))).toBe(idOf(post(one)));
});

test.each<[string, string, string]>([
  ["blanks between", '"n" : 1', '"n":1'],
  ["how a number is written", '"n":1.50', '"n":15e-1'],
  ["how a letter is written", '"n":"\\u0061"', '"n":"a"'],
])("the same said otherwise is the same submission: %s", (_what, one, other) => {
  expect(idOf(post(one))).toBe(idOf(post(other)));
});

test("without a key each post is new", () => {
  const chosen = chooseSubmissionId(new Headers(), "frm_a", { entries: [] }, () => "new");
  expect(chosen).toEqual({ kind: "chosen", id: "new" });
});
