import { expect, it } from "vitest";
import { attributionOf } from "../attribution/attribution-of.ts";
import { attributionAs } from "./mask-attribution.ts";
import { contactOf } from "./mask-contact.ts";
import { maskEmail } from "./mask-email.ts";
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
