import * as fc from "fast-check";
import { expect, it } from "vitest";
import { plainCharacters } from "./plain-characters.ts";

it.each([
  ["a letter that an old page's encoding does not have", "&#1040;&#1085;&#1085;&#1072;", "Анна"],
  ["the first letter of a Turkish name", "&#350;ule", "Şule"],
  ["one beyond the first plane", "&#128512;", "😀"],
  ["one in hex", "anna&#x40;example.com", "anna@example.com"],
  ["one in capital hex", "anna&#X40;example.com", "anna@example.com"],
  ["an apostrophe as PHP escapes it", "O&#039;Brien", "O'Brien"],
  ["an ampersand", "Rao &amp; Sons", "Rao & Sons"],
  ["quotes and brackets", "&quot;Rao, Anna&quot; &lt;anna@example.com&gt;", '"Rao, Anna" <anna@example.com>'],
  ["an apostrophe by name", "O&apos;Brien", "O'Brien"],
  ["a blank that is not broken", "98765&nbsp;43210", "98765 43210"],
  ["an at sign by name, in capitals", "anna&COMMAT;example.com", "anna@example.com"],
  ["quotes behind WordPress's slashes", 'Brian O\\\'Neil \\"B\\"', 'Brian O\'Neil "B"'],
  ["what was escaped twice, once", "R&amp;amp;D", "R&amp;D"],
])("reads %s", (_, typed, text) => expect(plainCharacters(typed)).toBe(text));

it.each([
  ["an ampersand of one's own", "Rao & Sons"],
  ["a query", "https://x.example/?a=1&lt=2&copy=3"],
  ["a name that it does not know", "caf&eacute;"],
  ["a reference without its end", "&#1040"],
  ["slashes before anything else", "C:\\Users \\ n"],
  ["a NUL", "a&#00;b"],
  ["an escape, which acts on terminals", "&#27;[31m"],
  ["one of the second row of controls", "&#155;31m"],
  ["half a character", "&#55357;"],
  ["no character", "&#1114112;"],
])("leaves %s as it is", (_, typed) => expect(plainCharacters(typed)).toBe(typed));

it("never gives a control character or half a character that was not there", () => {
  const typed = fc.integer({ min: 0, max: 9_999_999 }).map((code) => `&#${code};`);
  fc.assert(
    fc.property(typed, (text) => {
      expect(plainCharacters(text)).not.toMatch(/[\p{Cc}\p{Cs}]/u);
    }),
    { numRuns: 2_000 },
  );
});
