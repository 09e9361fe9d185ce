import { expect, it } from "vitest";
import { faultsOf } from "./faults.ts";

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
