import { expect, it } from "vitest";
import { comparablePath } from "./comparable-path.ts";

it.each([
  ["a plain name", "email", "email"],
  ["PHP's brackets", "contact[email]", "contact.email"],
  ["brackets in brackets", "people[0][email]", "people.0.email"],
  ["a list's place, then a dot", "people[0].email", "people.0.email"],
  ["one of several", "email[]", "email"],
  ["one of several, with a blank", "email[ ]", "email"],
  ["a member of one of several", "people[][email]", "people.email"],
  ["blanks within brackets", "contact[ email ]", "contact.email"],
  ["a dot that is part of the name", "input_1.3", "input_1.3"],
  ["a bracket that is not closed", "contact[email", "contact[email"],
])("%s: %s is %s", (_what, name, path) => expect(comparablePath(name)).toBe(path));
