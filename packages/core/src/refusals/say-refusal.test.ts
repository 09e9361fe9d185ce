import { refusalReasons, type RefusalReason } from "@leadrelay/contracts/intake-counts";
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

const page = "`leadrelay form show form_1`";
const sendIt = `Send the form from its own page and look at what the browser posts; ${page} tells where it should go.`;

test.each<[reason: RefusalReason, why: string, todo: string]>([
  [
    "no_contact",
    "no e-mail and no phone was found",
    `Look at its mapping with ${page}, and say which of its fields is the e-mail or the phone: \`leadrelay form change form_1 --map 'THEIRS=email'\`.`,
  ],
  [
    "invalid_contact",
    "the e-mail or phone reaches nobody",
    `Look at the form's own page: does it send what was typed? ${page} tells which of its fields count as e-mail and phone.`,
  ],
  ["empty_body", "the body was empty", sendIt],
  ["unreadable_body", "the body could not be read", sendIt],
  ["unsupported_body", "the body was of a kind that nobody reads", sendIt],
  ["too_large", "there was too much in it", sendIt],
  ["too_many_fields", "there were more than 200 fields", sendIt],
  [
    "bad_idempotency_key",
    "its Idempotency-Key was none",
    "Mend whatever posts there: the key is 1 to 255 visible ASCII characters without blanks.",
  ],
])("%s is told as “%s”", (reason, why, todo) => {
  expect(sayRefusal(reason)).toBe(why);
  expect(mendRefusal(reason, form, [])).toBe(todo);
});

test("a form that has a mapping is told that it stays, to the letter", () => {
  expect(mendRefusal("no_contact", { id: "form_1", mapping: { a: "phone" } }, ["tel"])).toBe(
    `Look at its mapping with ${page}, and say which of its fields is the e-mail or the phone: \`leadrelay form change form_1 --map 'tel=phone'\`; the mapping it has stays beside it.`,
  );
});

test.each(["phone", "Telefon", "mobile"])("a field called %s is taken for the phone", (name) => {
  expect(mendRefusal("no_contact", form, ["name", name])).toContain(`--map '${name}=phone'`);
});
