import type { SubmissionFields } from "@leadrelay/contracts/submission-fields";
import { expect, test } from "vitest";
import { contactProblems, isPhone } from "./contact.ts";
import { isEmail } from "./is-email.ts";

test.each([
  "anna@example.com",
  "anna+form@mail.example.co.uk",
  "анна@почта.рф",
  "jörg@müller.de",
  "用户@例子.公司",
  "o'neil@example.com",
  "a@💩.la",
  "a_b@x_y.example",
])("%s is an e-mail address", (text) => expect(isEmail(text)).toBe(true));

test.each([
  "",
  "anna",
  "anna@",
  "@example.com",
  "anna@example",
  "anna@example.",
  "anna@.com",
  "anna@exa..mple.com",
  "anna @example.com",
  "a@b@example.com",
  "anna@example.com\n",
  `${"a".repeat(65)}@example.com`,
  `anna@${"a".repeat(250)}.com`,
])("%j is no e-mail address", (text) => expect(isEmail(text)).toBe(false));

test.each(["123456", "+91 99999 99999", "(030) 12-34", "٠١٢٣٤٥٦", "123456"])(
  "%s is long enough for a phone number",
  (text) => expect(isPhone(text)).toBe(true),
);

test.each(["98765 43210 [[office]]", "98765 43210 %%", "98765 43210 <?", "{{9876543210}}"])(
  "%s has digits enough beside a template",
  (text) => expect(isPhone(text)).toBe(true),
);

test.each(["", "12345", "call me", "+-()", "{{phone_123456}}", "12345 {{x6}}"])(
  "%j is no phone number",
  (text) => expect(isPhone(text)).toBe(false),
);

test("one way to reach the person is enough, even beside one that is wrong", () => {
  expect(contactProblems({ email: "anna@example.com" })).toEqual([]);
  expect(contactProblems({ phone: "9999999999" })).toEqual([]);
  expect(contactProblems({ email: "nonsense", phone: "9999999999" })).toEqual([]);
});

test("without one, each field is named with what is wrong with it", () => {
  const [email, phone] = contactProblems({ email: "anna@", phone: "123" });
  expect(email).toMatchObject({ field: "email", detail: expect.stringContaining("not a complete") });
  expect(phone).toMatchObject({ field: "phone", detail: expect.stringContaining("at least 6 digits") });
  expect(contactProblems({}).map(({ field }) => field)).toEqual(["email", "phone"]);
});

test("an address may be as long as mail allows, and no longer", () => {
  const domainOf = (length: number) => `${"d".repeat(length - 4)}.com`;
  expect(isEmail(`anna@${domainOf(249)}`)).toBe(true);
  expect(isEmail(`anna@${domainOf(250)}`)).toBe(false);
  expect(isEmail(`${"a".repeat(64)}@example.com`)).toBe(true);
});

test.each<[SubmissionFields, string, string]>([
  [{}, "Enter an e-mail address, or a phone number.", "Enter a phone number, or an e-mail address."],
  [
    { email: "anna@" },
    "This is not a complete e-mail address, such as anna@example.com.",
    "Enter a phone number, or an e-mail address.",
  ],
  [
    { phone: "12345" },
    "Enter an e-mail address, or a phone number.",
    "A phone number has at least 6 digits.",
  ],
])("with %j the form asks for what is missing and says what is wrong", (fields, email, phone) => {
  expect(contactProblems(fields)).toEqual([
    { field: "email", detail: email },
    { field: "phone", detail: phone },
  ]);
});

test("a wrong phone beside a good e-mail is no problem", () => {
  expect(contactProblems({ email: "anna@example.com", phone: "123" })).toEqual([]);
});
