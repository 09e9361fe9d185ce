import { expect, test } from "vitest";
import { namePartOf } from "./aliases.ts";

test.each(["first name", "first-name", "first  name", "firstname"])(
  "%s is the same part of a name as first_name, with blanks and hyphens, too",
  (name) => {
    expect(namePartOf("first_name")).not.toBe("whole");
    expect(namePartOf(name)).toBe(namePartOf("first_name"));
  },
);

test("what is no part of a name is the whole", () => {
  expect(namePartOf("contact person")).toBe("whole");
});
