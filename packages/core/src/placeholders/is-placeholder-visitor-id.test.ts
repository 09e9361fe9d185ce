import { expect, it } from "vitest";
import { isPlaceholderVisitorId } from "./is-placeholder-visitor-id.ts";

it.each([
  ["a variable of a tag manager", "{{Visitor ID}}"],
  ["a variable of a mailer", "%VISITOR_ID%"],
  ["a variable of a script", "${id}"],
  ["a variable in brackets", "[visitor_id]"],
  ["a variable of a template", "<%= visitor %>"],
  ["an id with a variable in it", "GA1.2.{{cid}}"],
  ["a script's word, twice", "undefined.undefined"],
  ["a script's word", "null"],
  ["what Google Analytics says of none", "(not set)"],
  ["words for nothing", "N/A"],
  ["a dash", "-"],
  ["nothing", ""],
  ["a word for nobody", "anonymous"],
  ["two of them", "Unknown-User"],
  ["the field's own name", "id"],
  ["the field's own name in a script's letters", "visitorId"],
  ["the field's own name in words", "your visitor id"],
  ["a tester's word", "TEST"],
  ["a yes", "true"],
  ["noughts", "0000-0000"],
  ["the UUID of nothing", "00000000-0000-0000-0000-000000000000"],
  ["one letter over and over", "XXXX"],
  ["a counting row", "12345678"],
  ["Google's, of no cookie", "GA1.1.undefined.undefined"],
  ["a script's words behind one of its own", "fp-null-null"],
  ["a variable that was escaped", "%7B%7Bvisitor_id%7D%7D"],
  ["a pattern for UUIDs", "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx"],
  ["the first UUID of all", "00000000-0000-0000-0000-000000000001"],
  ["one sign", "7"],
  ["one sign with a mark", "#1"],
  ["a word with something unseen in it", "un\u200bknown"],
])("%s is an id that many browsers send (%s)", (_, id) => expect(isPlaceholderVisitorId(id)).toBe(true));

it("a long id is not looked through", () => {
  expect(isPlaceholderVisitorId("0".repeat(300))).toBe(true);
  expect(isPlaceholderVisitorId("0".repeat(301))).toBe(false);
});

it.each([
  ["a UUID", "3f0c9a52-9d0e-4b0e-8a7e-2f6f3d1b7c11"],
  ["a UUID in braces", "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}"],
  ["Google's", "GA1.2.1033501218.1368477899"],
  ["one that is short", "v1"],
  ["a number", "10"],
  ["a word with a number", "undefined-1"],
  ["a tester's word with a number", "test-7"],
  ["words of which one is none of ours", "none of them"],
  ["a short number of few digits", "1000100011"],
  ["a long one of as many kinds of signs as chance has", "0000-0000-0000-0123"],
  ["a nanoid", "V1StGXR8_Z5jdHi6B-myT"],
])("%s tells browsers apart (%s)", (_, id) => expect(isPlaceholderVisitorId(id)).toBe(false));
