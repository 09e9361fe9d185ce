import { expect, it } from "vitest";
import { findLost } from "./find-lost.mjs";

const listed = {
  file: "packages/core/src/phone/format-phone.ts",
  line: "if (a < b) return;",
  was: "a < b",
  replacement: "a <= b",
};
const { was: _, ...withoutWas } = listed;

const other = { ...listed, file: "packages/core/src/phones/format-phones.ts" };
const changed = { ...listed, line: "if (a < b) return 1;" };

it.each([
  ["whose mutant survives", [{ ...listed, outcome: "equivalent" }], listed],
  ["without what was replaced, whose mutant survives", [{ ...listed, outcome: "equivalent" }], withoutWas],
  ["whose mutant timed out this time", [{ ...listed, outcome: "timedOut" }], listed],
  ["of a folder that did not run", [], other],
])("one listed as equivalent %s is not lost", (_which, mutants, known) => {
  expect(findLost(["core/phone"], mutants, [known])).toEqual([]);
});

it.each([
  ["whose mutant a test notices now", [{ ...listed, outcome: "killed" }]],
  ["whose line has changed", [{ ...changed, outcome: "survived" }]],
  ["whose file is gone", []],
])("one listed as equivalent %s is lost", (_which, mutants) => {
  expect(findLost(["core/phone"], mutants, [listed])).toEqual([listed]);
});
