import { expect, it } from "vitest";
import { nearestNames } from "./nearest-names.ts";

const names = ["first_name", "phone_mobile", "email", "user_city", "user_country", "project_name"];

it.each([
  ["a letter that was changed", "frist_name", ["first_name"]],
  ["one that was left out", "phone_mobil", ["phone_mobile"]],
  ["capitals, blanks and hyphens", "First-Name", ["first_name"]],
  ["the beginning of a name", "phone", ["phone_mobile"]],
  ["the beginning of several, as they stand", "user", ["user_city", "user_country"]],
  ["the name itself", "email", ["email"]],
  ["another word", "budget", []],
  ["too little to tell", "ab", []],
  ["nothing", "", []],
])("%s: %j may be %j", (_what, written, meant) => {
  expect(nearestNames(written, names)).toEqual(meant);
});

it("names the nearest first, and three at most", () => {
  expect(nearestNames("field1", ["field", "field2", "field1", "field3", "feld1"])).toEqual([
    "field1",
    "field",
    "field2",
  ]);
});
