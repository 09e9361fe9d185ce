import { expect, it } from "vitest";
import { faultsOf, isAllOf } from "./faults.ts";

const refusal = {
  detail: "Some fields cannot be taken.",
  errors: [
    { field: "name", detail: "should be there" },
    { field: "settings.url", detail: "should be an http(s) URL" },
  ],
};

it.each([
  ["all of them", refusal, "", { name: "should be there", "settings.url": "should be an http(s) URL" }],
  ["those of one part", refusal, "settings.", { url: "should be an http(s) URL" }],
  ["a refusal that names none", { detail: "No." }, "", {}],
  ["no answer at all", new TypeError("failed"), "", {}],
  ["nothing", null, "", {}],
])("%s", (_what, error, prefix, faults) => {
  expect(faultsOf(error, prefix)).toEqual(faults);
});

it.each([
  ["rows", { errors: [{ field: "rows.0.a", detail: "x" }] }, true],
  [
    "a row and another field",
    {
      errors: [
        { field: "rows.0.a", detail: "x" },
        { field: "name", detail: "y" },
      ],
    },
    false,
  ],
  ["nothing", { errors: [] }, false],
  ["no refusal", null, false],
])("a refusal of %s, and whether its rows tell all of it", (_what, error, isAll) => {
  expect(isAllOf(error, "rows.")).toBe(isAll);
});
