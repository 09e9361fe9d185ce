import { expect, it } from "vitest";
import { emailBeginnings } from "./email-beginnings.ts";
import { emailIdentity, emailSpelling } from "./email-identity.ts";

const umlaut = "info@xn--mller-kva.example";

it.each([
  ["letter case", "Anna@Example.COM", "anna@example.com"],
  ["an unseen space behind it", "anna@example.com\u200b", "anna@example.com"],
  ["the dot that ends a full domain", "anna@example.com.", "anna@example.com"],
  ["its owner's name", "Anna <anna@example.com>", "anna@example.com"],
  ["a domain in its own letters", "info@müller.example", umlaut],
  ["the same in capitals", "INFO@MÜLLER.example", umlaut],
  ["an accent apart from its letter", "info@mu\u0308ller.example", umlaut],
  ["the domain's ASCII name", "info@XN--mller-kva.example", umlaut],
  ["a sharp s, which is no ss", "info@straße.example", "info@xn--strae-oqa.example"],
  ["a mailbox in its own letters", "Jörg@example.com", "jörg@example.com"],
])("is the same whatever the %s", (_, typed, identity) => expect(emailIdentity(typed)).toBe(identity));

it.each([null, undefined, "", "at the desk", "noemail@example.com", "test@test.com"])(
  "%j identifies nobody",
  (typed) => expect(emailIdentity(typed)).toBeUndefined(),
);

it.each([
  ["anna", "anna"],
  ["Anna@", "anna@"],
  ["anna@ex ample", "anna@ex ample"],
  ["anna@mü|ller", "anna@mü|ller"],
  ["Anna@127.1", "anna@127.1"],
])("what is no whole address, %j, is spelled in lower case only", (text, spelled) => {
  expect(emailSpelling(text)).toBe(spelled);
});

it("a domain alone is spelled as that of an address", () => {
  expect(emailSpelling("@MÜLLER.example")).toBe("@xn--mller-kva.example");
});

it.each([
  ["Anna@exam", ["anna@exam"]],
  ["anna@example.com", ["anna@example.com"]],
  ["info@müller.example", [umlaut, "info@müller.example"]],
  [umlaut, [umlaut]],
  ["ａｎｎａ＠example.com", ["anna@example.com"]],
  ["mailto:anna@example.com", ["anna@example.com", "mailto:anna@example.com"]],
])("%j is looked for as %j", (typed, beginnings) => expect(emailBeginnings(typed)).toEqual(beginnings));
