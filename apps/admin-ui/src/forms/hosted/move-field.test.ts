import { expect, it, test } from "vitest";
import { moved, newField, without } from "./move-field.ts";

test.each([
  [0, 1, "bac"],
  [2, -1, "acb"],
  [0, -1, "abc"],
  [2, 1, "abc"],
  [0, 2, "bca"],
  [9, 1, "abc"],
])("the one at %i, moved by %i: %s", (index, by, order) => {
  expect(moved(["a", "b", "c"], index, by).join("")).toBe(order);
});

it("takes one away, and makes one under a name of its own", () => {
  expect(without(["a", "b", "c"], 1)).toEqual(["a", "c"]);
  expect(newField([{ name: "x" }, { name: "field_3" }], "New").name).toBe("field_4");
});
