import { refusalReasons } from "@leadrelay/contracts/intake-counts";
import { expect, test } from "vitest";
import { mendRefusal, sayRefusal } from "./say-refusal.ts";

test.each(refusalReasons)("%s has words of its own, and something to do", (reason) => {
  expect(sayRefusal(reason)).toMatch(/^[a-z].+[^.]$/);
  expect(new Set(refusalReasons.map(sayRefusal)).size).toBe(refusalReasons.length);
  expect(mendRefusal(reason, "form_1", [])).toMatch(/\.$/);
});

test.each([
  [["your-name", "your-mail"], "--map 'your-mail=email'"],
  [["Telefon", "E-Mail"], "--map 'E-Mail=email'"],
  [["form_fields[phone]"], "--map 'form_fields[phone]=phone'"],
  [["kontakt"], "--map 'THEIRS=email'"],
  [[], "--map 'THEIRS=email'"],
])("fields %j without a way to reach anybody: %s is typed next", (fields, option) => {
  expect(mendRefusal("no_contact", "form_1", fields)).toContain(`leadrelay form change form_1 ${option}`);
});
