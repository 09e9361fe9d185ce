import { expect, it } from "vitest";
import { attributionOf } from "../attribution/attribution-of.ts";
import { attributionAs } from "./mask-attribution.ts";
import { contactOf } from "./mask-contact.ts";
import { maskEmail } from "./mask-email.ts";
import { maskId } from "./mask-id.ts";
import { maskIp } from "./mask-ip.ts";
import { maskName } from "./mask-name.ts";
import { maskPhone } from "./mask-phone.ts";
import { maskUrl } from "./mask-url.ts";
import { quotesContact } from "./quotes-contact.ts";

it.each([
  ["anna.mueller@example.com", "a•••@example.com"],
  ["a@example.com", "•••@example.com"],
  ["őz@example.com", "ő•••@example.com"],
  ["𝒶nna@example.com", "𝒶•••@example.com"],
  ['"a@b"@example.com', "•••"],
  ["@example.com", "•••"],
  ["anna@", "•••"],
  ["call me @ 98765 43210", "•••"],
  ["anna at home@+91 98765 43210", "•••"],
  ["anna@example.com or bob@example.com", "•••"],
  ["anna", "•••"],
  ["", "•••"],
])("the e-mail %s is shown as %s", (email, shown) => {
  expect(maskEmail(email)).toBe(shown);
});

it.each([
  ["+91-9876543210", "•••10"],
  ["०९८७६५४३२१", "•••२१"],
  ["12345", "•••"],
  ["call me", "•••"],
])("the phone %s is shown as %s", (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

it.each([
  ["Anna Müller", "A. M."],
  ["  anna-maria   o'neil ", "A. O."],
  ["王小明", "王."],
  ["007", "•••"],
  ["", "•••"],
])("the name %s is shown as %s", (name, shown) => {
  expect(maskName(name)).toBe(shown);
});

it.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["203.0.113.77/32", "203.0.113.0/24"],
  ["203.0.0.0/16", "203.0.0.0/16"],
  ["::ffff:203.0.113.77", "203.0.113.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8::/32"],
  ["2001:db8:1:2::/64", "2001:db8::/32"],
  ["nonsense", "•••"],
])("the address %s is shown as %s", (ip, shown) => {
  expect(maskIp(ip)).toBe(shown);
});

it.each([
  ["https://example.com/visit?email=anna@example.com#x", "https://example.com/visit"],
  ["https://example.com/#anna@example.com", "https://example.com/"],
  ["/visit", "/visit"],
])("the page %s is shown as %s", (url, shown) => {
  expect(maskUrl(url)).toBe(shown);
});

it("a contact is masked in each of its fields, and nothing else of its row comes along", () => {
  const row = {
    contact_name: "Anna Müller",
    contact_email: "anna@example.com",
    contact_phone: null,
    payload_json: "{}",
  };
  expect(contactOf(row, true)).toEqual({
    contact_name: "A. M.",
    contact_email: "a•••@example.com",
    contact_phone: null,
  });
  expect(contactOf(row, false)).toEqual({
    contact_name: "Anna Müller",
    contact_email: "anna@example.com",
    contact_phone: null,
  });
});

it.each([
  ["HTTP 400: Invalid data structure", false],
  ["HTTP 400: Queue is full, 10000 of 10000", false],
  ["HTTP 400: anna@example.com is known already", true],
  ['HTTP 422: {"phone":"+91-98765 43210"}', true],
  ["HTTP 422: (030) 123-4567 is no number", true],
  ["HTTP 422: ०९८७६५४३२१", true],
])("%s quotes a contact: %s", (text, quotes) => {
  expect(quotesContact(text)).toBe(quotes);
});

it.each([
  ["123456", "•••56"],
  ["203.0.113.77/8", "203.0.0.0/8"],
])("at the edge, %s is shown as %s", (given, shown) => {
  expect(given.includes("/") ? maskIp(given) : maskPhone(given)).toBe(shown);
});

it.each([
  ["a call for 123456", false],
  ["a call for 1234567", true],
  ["a call for 1 2 3 4 5 6 7", true],
  ["a call for 12-.34 - 567", false],
  ["a call for 1--2--3--4--5--6--7", true],
  ["a call for 1---2---3---4---5---6---7", false],
  ["at @ all", false],
  ["a@b", true],
])("%s may quote a contact: %s", (text, quotes) => {
  expect(quotesContact(text)).toBe(quotes);
});

it("a page's address is cut off at its query, over more lines than one", () => {
  expect(maskUrl("https://example.com/a?x\nanna@example.com")).toBe("https://example.com/a");
});

it.each([
  ["https://x.example/u/anna%40example.com/p", "https://x.example/•••"],
  ["https://x.example/;tel=9876543210", "https://x.example/•••"],
  ["https://x.example/call/%2B91%2098765%2043210", "https://x.example/•••"],
  ["https://x.example/%E4/anna%40example.com", "https://x.example/•••"],
  ["https://anna@x.example/a", "•••"],
  ["/u/9876543210", "•••"],
  ["//x.example/u/anna@example.com", "//x.example/•••"],
  ["https://x.example/project-12345/flat%202", "https://x.example/project-12345/flat%202"],
])("of the page %s as much is shown as %s", (url, shown) => {
  expect(maskUrl(url)).toBe(shown);
});

it.each([
  ["utm_content", "anna%40example.com", "•••"],
  ["utm_term", "+91 98765 43210", "•••"],
  ["utm_campaign", "spring-2026", "spring-2026"],
  ["gclid", "1234567890123", "1234567890123"],
  ["fbclid", "anna%40example.com", "•••"],
])("of how somebody came, %s %s is shown as %s", (name, value, shown) => {
  const came = attributionOf({ [name]: value }, { referrer: null });
  expect(attributionAs(true, came)).toMatchObject({ [name]: shown });
});

it("how somebody came is shown without what tells who it is", () => {
  const page_url =
    "https://a.example/lake?email=anna@example.com&utm_source=news&utm_content=anna%40example.com&gclid=1234567890";
  const came = attributionOf({ page_url, utm_medium: "email" }, { referrer: "https://anna@b.example/x?y" });
  expect(attributionAs(false, came)).toBe(came);
  expect(attributionAs(true, came)).toEqual({
    ...came,
    landing_page: "https://a.example/lake",
    referrer: "•••",
    utm_content: "•••",
  });
  expect(attributionAs(true, null)).toBeNull();
});

it.each([
  ["anna\uff20example.com", "a sign of a wide script"],
  ["anna (at) example.com", "the sign in words, as people hide it from robots"],
  ["anna[at]example.com", "the sign in words, without blanks"],
  ["98765\u201343210", "a dash as word processors put it"],
  ["98765\u201143210", "a hyphen that breaks no line"],
  ["98765\u200b43210", "a blank that nobody sees"],
  ["98765_43210", "an underscore"],
  ["https://x.example/u/anna%2540example.com", "a link within a link"],
  ["https://x.example/u/anna%252540example.com", "a link within a link within a link"],
  ["anna&#64;example.com", "as a page escapes it"],
  ["anna&#x40;example.com", "as a page escapes it, otherwise"],
  ["%2B91%2B%39%38765%2043210", "digits that are escaped"],
])("%s quotes a contact: %s", (text) => {
  expect(quotesContact(text)).toBe(true);
});

it.each(["Plot 12 & 14", "50% off", "AT&T 5G at home", "look [at]", "&#64;"])("%s quotes none", (text) => {
  expect(quotesContact(text)).toBe(false);
});

const asha = {
  contact_name: "Asha Rao",
  contact_email: "asha.rao@example.com",
  contact_phone: "+91-9876543210",
};

it.each([
  ["00QXX000001abcd", "00QXX000001abcd", "an id"],
  ["123456789012", "123456789012", "a long number"],
  ["asha.rao@example.com", "•••", "an address"],
  ["u/asha.rao%40example.com", "•••", "an address in a link"],
  ["u/asha.rao%2540example.com", "•••", "an address in a link in a link"],
  ["919876543210", "•••", "the person's own number"],
  ["tel-0987-654-3210", "•••", "their number, spelled otherwise"],
  ["asha-rao", "•••", "their name"],
  ["rao-villa", "rao-villa", "a part of their name"],
])("the id %s is shown as %s: it is %s", (id, shown) => {
  expect(maskId(id, asha)).toBe(shown);
});

it("of an id of nobody only an address is hidden", () => {
  const nobody = { contact_name: null, contact_email: null, contact_phone: "+1-12345" };
  expect([maskId("123450", nobody), maskId("919876543210"), maskId("a@b.co")]).toEqual([
    "123450",
    "919876543210",
    "•••",
  ]);
});

it("how somebody came names them nowhere", () => {
  const came = attributionOf(
    { utm_content: "Asha Rao", utm_term: "villa", gclid: "9876543210" },
    { referrer: null },
  );
  expect(attributionAs(true, came, asha)).toMatchObject({
    utm_content: "•••",
    utm_term: "villa",
    gclid: "•••",
  });
  expect(attributionAs(true, came)).toMatchObject({ utm_content: "Asha Rao", gclid: "9876543210" });
});
