import { refusalReasons } from "@leadrelay/contracts/intake-counts";
import { expect, test } from "vitest";
import { mendRefusal, sayRefusal } from "./say-refusal.ts";

const form = { id: "form_1", mapping: {} };

test.each(refusalReasons)("%s has words of its own, and something to do", (reason) => {
  expect(sayRefusal(reason)).toMatch(/^[a-z].+[^.]$/);
  expect(new Set(refusalReasons.map(sayRefusal)).size).toBe(refusalReasons.length);
  expect(mendRefusal(reason, form, [])).toMatch(/\.$/);
});

test.each([
  [["your-name", "your-mail"], "--map 'your-mail=email'"],
  [["Telefon", "E-Mail"], "--map 'E-Mail=email'"],
  [["form_fields[phone]"], "--map 'form_fields[phone]=phone'"],
  [["kontakt"], "--map 'THEIRS=email'"],
  [[], "--map 'THEIRS=email'"],
])("fields %j without a way to reach anybody: %s is typed next", (fields, option) => {
  expect(mendRefusal("no_contact", form, fields)).toContain(`leadrelay form change form_1 ${option}`);
});

test("what is typed next leaves the mapping that a form has", () => {
  const todo = mendRefusal("no_contact", { id: "form_1", mapping: { mobile_no: "phone" } }, ["it's-mail"]);
  expect(todo).toContain(String.raw`leadrelay form change form_1 --map 'it'\''s-mail=email'`);
  expect(todo).not.toContain("mobile_no");
  expect(todo).toContain("the mapping it has stays");
});
