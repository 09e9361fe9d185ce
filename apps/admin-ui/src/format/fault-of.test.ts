import { expect, it } from "vitest";
import { faultOf } from "./fault-of.ts";

it.each([
  [
    "the field's own fault",
    { errors: [{ field: "name", detail: "should be shorter" }] },
    "should be shorter",
  ],
  ["nothing of another field", { errors: [{ field: "email", detail: "should be one" }] }, undefined],
  ["nothing where none is named", { detail: "No." }, undefined],
  ["nothing of what is no refusal", new TypeError("fetch failed"), undefined],
  ["nothing of nothing", null, undefined],
])("%s", (_what, error, told) => {
  expect(faultOf(error, "name")).toBe(told);
});
