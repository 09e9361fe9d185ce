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

test("the mapping that a form has is typed again, because the new one replaces it", () => {
  const mapping = { mobile_no: "phone", "it's": "message" };
  const todo = mendRefusal("no_contact", { id: "form_1", mapping }, ["contact_mail"]);
  expect(todo).toContain(
    String.raw`leadrelay form change form_1 --map 'mobile_no=phone' --map 'it'\''s=message' --map 'contact_mail=email'`,
  );
});
