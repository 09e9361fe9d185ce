import * as fc from "fast-check";
import { expect, it } from "vitest";
import { isEmail } from "./is-email.ts";
import { readEmail } from "./read-email.ts";

it.each([
  ["itself", "Anna@Example.com", "Anna@Example.com"],
  ["one in its own script", "анна@почта.рф", "анна@почта.рф"],
  ["one with a wide @", "anna＠example.com", "anna@example.com"],
  ["one in wide letters", "ａｎｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ", "anna@example.com"],
  ["one with the dot of Japan", "anna@example。com", "anna@example.com"],
  ["one with an unseen space behind it", "anna@example.com\u200b", "anna@example.com"],
  ["one with an unseen joiner in it", "an\u200dna@exa\u2060mple.com", "anna@example.com"],
  ["one behind its owner's name", "Anna <anna@example.com>", "anna@example.com"],
  ["one behind a name in quotes, with a comma", '"Rao, Anna" <anna@example.com>', "anna@example.com"],
  ["one behind a name that looks like one", '"anna@work" <anna@example.com>', "anna@example.com"],
  ["one in round brackets behind its owner's name", "Anna (anna@example.com)", "anna@example.com"],
  ["one before a remark with an @", "anna@example.com (work@home)", "anna@example.com"],
  ["one whose bracket is not closed", "Anna <anna@example.com", "anna@example.com"],
  ["one in brackets", "<anna@example.com>", "anna@example.com"],
  ["a link", "mailto:anna@example.com", "anna@example.com"],
  ["a link in capitals", "MAILTO: anna@example.com", "anna@example.com"],
  ["a link with slashes", "mailto://anna@example.com", "anna@example.com"],
  ["a link with a subject", "mailto:anna@example.com?subject=Hi", "anna@example.com"],
  ["an escaped link", "mailto:anna%40example.com", "anna@example.com"],
  ["one that was escaped twice", "anna%40example.com", "anna@example.com"],
  ["one with a plus that was escaped twice", "anna%2bshop%40example.com", "anna+shop@example.com"],
  ["one with an escaped blank behind it", "anna@example.com%20", "anna@example.com"],
  ["a link with its owner's name", "mailto:Anna%20Rao%3Canna@example.com%3E", "anna@example.com"],
  ["a link in brackets", "<mailto:anna@example.com>", "anna@example.com"],
  ["Slack's link", "<mailto:anna@example.com|anna@example.com>", "anna@example.com"],
  ["one behind a label", "E-Mail: anna@example.com", "anna@example.com"],
  ["one before a comma", "anna@example.com,", "anna@example.com"],
  ["one before a full stop", "anna@example.com.", "anna@example.com"],
  ["one before a semicolon", "anna@example.com;", "anna@example.com"],
  ["one in quotes", '"anna@example.com"', "anna@example.com"],
  ["one behind a spreadsheet's apostrophe", "'anna@example.com", "anna@example.com"],
  ["one before a remark", "anna@example.com (work)", "anna@example.com"],
  ["one before its owner's name", "anna@example.com <Anna>", "anna@example.com"],
  ["the first of two", "a@example.com,b@example.com", "a@example.com"],
  ["the first of two with a semicolon", "a@example.com; b@example.com", "a@example.com"],
  ["the first of two with a blank", "a@example.com b@example.com", "a@example.com"],
  ["the first of two with a slash", "a@example.com/b@example.com", "a@example.com"],
  ["the first of two on lines of their own", "a@example.com\r\nb@example.com", "a@example.com"],
  ["the first of two with a word", "a@example.com or b@example.com", "a@example.com"],
  ["the first of two with a word of any language", "a@example.com veya b@example.com", "a@example.com"],
  ["the first of two with a word of Chinese", "a@example.com 或 b@example.com", "a@example.com"],
  ["the first of two before a remark", "a@example.com or b@example.com (work)", "a@example.com"],
  ["the first of two with names", "Anna <a@example.com>, Bob <b@example.com>", "a@example.com"],
  ["the first of two of which one has a name", "a@example.com, Bob <b@example.com>", "a@example.com"],
  ["the first that is whole", "a@example, b@example.com", "b@example.com"],
  ["the first that is whole, whatever follows", "a@example, b@example.com, at work", "b@example.com"],
  ["the first of two with more blanks", "x@example,  a@example.com   b@example.com", "a@example.com"],
  ["one before a remark of two words", "anna@example.com (at work)", "anna@example.com"],
  ["one in marks within marks", '("<anna@example.com>").', "anna@example.com"],
  ["one with a question mark of its own", "anna?x@example.com", "anna?x@example.com"],
  ["one with a plus", "anna+form@example.com", "anna+form@example.com"],
  ["one with an apostrophe of its own", "o'neil@example.com", "o'neil@example.com"],
  ["the same in quotes", "'o'neil@example.com'", "o'neil@example.com"],
  ["one in braces", "{anna@example.com}", "anna@example.com"],
  ["one before a remark that is not closed", "anna@example.com (at work", "anna@example.com"],
  ["one behind a remark", "(work) anna@example.com", "anna@example.com"],
  ["one behind its owner's name in brackets", "<Anna Rao> anna@example.com", "anna@example.com"],
  ["one before its owner's name and a dash", "anna@example.com - Anna Rao", "anna@example.com"],
  [
    "a link that was copied with its looks",
    '<a href="mailto:anna@example.com">anna@example.com</a>',
    "anna@example.com",
  ],
  ["one in bold", "<b>anna@example.com</b>", "anna@example.com"],
  ["one in Markdown's link", "[anna@example.com](mailto:anna@example.com)", "anna@example.com"],
  ["one in code marks", "`anna@example.com`", "anna@example.com"],
  ["an item of a list", "* anna@example.com", "anna@example.com"],
  ["an item of another", "• anna@example.com", "anna@example.com"],
  ["one before marks that end no domain", "anna@example.com #*\\", "anna@example.com"],
  ["one with a plus in front, which is its own", "+anna@example.com", "+anna@example.com"],
  ["one at a domain of emoji", "anna@example.🏡", "anna@example.🏡"],
  ["one with a blank before its @", "anna @example.com", "anna@example.com"],
  ["one with blanks around its @", "anna @ example.com", "anna@example.com"],
  ["one with the blank that a keyboard puts behind a dot", "anna@gmail. com", "anna@gmail.com"],
  ["one with a blank before its first dot", "anna@example .co.in", "anna@example.co.in"],
  ["one with a word for its @", "anna(at)example.com", "anna@example.com"],
  ["one with words for its signs", "anna.rao [at] example [dot] co [dot] in", "anna.rao@example.co.in"],
  ["one with words for its signs in no brackets", "anna AT example DOT com", "anna@example.com"],
])("reads %s", (_, typed, address) => expect(readEmail(typed)).toBe(address));

it.each([
  ["nothing", ""],
  ["a word", "anna"],
  ["what lacks its domain's end", "anna@example"],
  ["a comma in place of the dot", "anna@gmail,com"],
  ["a comma in place of another dot, which would be somebody else's", "anna,smith@example.com"],
  ["a blank within, which would be somebody else's", "anna smith@example.com"],
  ["a blank within the domain", "anna@example.co m"],
  ["a blank before the @, and another", "anna smith @example.com"],
  ["a blank behind a dot of a domain that is whole", "anna@example.com. thanks"],
  ["a word that is one", "anna at example.com"],
  ["words that are none of an address", "meet me at noon dot or so"],
  ["two @ with blanks", "anna @ home @ example.com"],
  ["a remark behind two that is in no brackets", "a@example.com veya b@example.com home"],
  ["a remark that is in no brackets", "anna@example.com (work) home"],
  ["a remark of which a part is in brackets", "anna@example.com at(work)"],
  ["two @", "anna@@example.com"],
  ["a name in quotes as the mailbox", '"anna smith"@example.com'],
  ["a subject alone", "mailto:?subject=anna@example.com"],
  ["a web address", "https://example.com/anna"],
  ["a name alone in brackets", "Anna <anna>"],
  ["a mailbox in quotes, half of which would be left", "'bob'@example.com"],
  ["the same behind a label", "Mail: 'bob'@example.com"],
  ["the same in typographic quotes", "‘bob’@example.com"],
  ["the same in marks of another kind", "«bob»@example.com"],
  ["a mailbox in braces", "{anna}@example.com"],
  ["the same within another bracket", "<{anna}@example.com>"],
  ["signs that are words each", "\ufdfa".repeat(200) + " anna@example.com"],
])("does not read %s", (_, typed) => expect(readEmail(typed)).toBeNull());

it("reads a list of up to a thousand characters, and nothing longer", () => {
  const list = (length: number) => "a@example.com".padEnd(length, ",");
  expect(readEmail(list(1_000))).toBe("a@example.com");
  expect(readEmail(list(1_001))).toBeNull();
});

it("gives an address or nothing, and reads what it gave as the same, whatever was typed", () => {
  const piece = fc.constantFrom(
    "a@x.io",
    "b@y.com",
    "Anna",
    "<",
    ">",
    ",",
    " ",
    "mailto:",
    "\u200b",
    "＠",
    "/",
    ":",
    "?",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(piece).map((all) => all.join("")),
      ),
      (typed) => {
        const address = readEmail(typed);
        if (address === null) return;
        expect(isEmail(address)).toBe(true);
        expect(readEmail(address)).toBe(address);
      },
    ),
    { numRuns: 500 },
  );
});
