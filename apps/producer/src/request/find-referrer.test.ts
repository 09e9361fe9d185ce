import { expect, test } from "vitest";
import { findReferrer } from "./find-referrer.ts";

const url = "https://leads.test/f/frm_demo";
const landingPage = "https://shop.example/villa";

const found = (referer: string | null, field: unknown) =>
  findReferrer(new Request(url, { headers: referer === null ? {} : { referer } }), [
    ["__pg_referrer", field],
  ]);

test("a real Referer outranks the field", () => {
  expect(found(landingPage, "https://evil.test/")).toBe(landingPage);
  expect(found(`${url}x`, "https://evil.test/")).toBe(`${url}x`);
});

test("without a Referer the field counts for nothing", () => expect(found(null, landingPage)).toBeNull());

test.each([url, `${url}?a=b`])("what our own page at %s carried along is believed", (referer) =>
  expect(found(referer, landingPage)).toBe(landingPage),
);

test.each(["", "javascript:alert(1)", "/villa", "https://a b", 7, { a: "b" }])(
  "%j is no page that anyone came from",
  (field) => expect(found(url, field)).toBeNull(),
);

test("a long one is cut", () => {
  const long = `https://shop.example/${"x".repeat(5_000)}`;
  expect(found(url, long)).toHaveLength(2_000);
  expect(found(long, "")).toHaveLength(2_000);
});
