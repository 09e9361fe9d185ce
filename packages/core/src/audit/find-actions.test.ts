import { expect, it } from "vitest";
import { findActions } from "./find-actions.ts";

const known = ["form.changed", "form.created", "lead.read", "leads.exported", "sign_in.failed"];

it.each(["form.changed", "form", "sign_in", "sign_in.failed", "leads"])("%s is an action", (asked) => {
  expect(findActions(asked, known)).toEqual({ kind: "known" });
});

it.each([
  ["form.chnaged", "form.changed"],
  ["FORM.CHANGED", "form.changed"],
  ["forms", "form"],
  ["form.", "form"],
  ["lead.exported", "leads.exported"],
  ["sign-in.failed", "sign_in.failed"],
  ["orm", "form"],
  ["changed", "form.changed"],
])("%s is nearest to %s", (asked, nearest) => {
  const found = findActions(asked, known);
  expect(found.kind === "unknown" && found.sentence.split(/near it are |, /)[1]).toBe(nearest);
});

it.each(["foo", "x", "", "delete"])("%j is near to none: the beginnings are named", (asked) => {
  expect(findActions(asked, known)).toEqual({
    kind: "unknown",
    sentence: "there is no such action; they begin with form, lead, leads, sign_in",
  });
});

it("of many that are near five are named, the nearest first", () => {
  const many = ["a", "b", "c", "d", "e", "f"].map((end) => `form.changed_${end}`);
  const found = findActions("form.changed_f_", many);
  const named = found.kind === "unknown" ? found.sentence.split(/near it are |, /).slice(1) : [];
  expect([named.length, named[0]]).toEqual([5, "form.changed_f"]);
});
