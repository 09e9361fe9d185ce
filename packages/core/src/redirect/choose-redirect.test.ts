import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compileAllowedHosts, findListedOrigin } from "./allowed-hosts.ts";
import { chooseRedirect, type RedirectChoices } from "./choose-redirect.ts";

const ownPage = "https://leads.example/thank-you";
/** As a caller does it: the Origin header counts before the Referer. */
function choose({
  allowed = ["shop.example", "*.shop.example"],
  origin = "",
  referrer = "",
  ...choices
}: Partial<RedirectChoices> & { allowed?: string[]; origin?: string; referrer?: string }) {
  const hosts = compileAllowedHosts(allowed);
  const callingOrigin = findListedOrigin(hosts, origin) ?? findListedOrigin(hosts, referrer);
  return chooseRedirect({ hosts, next: undefined, thankYouUrl: null, callingOrigin, ownPage, ...choices });
}

const thankYouUrl = "https://thanks.example/done";

test("an allowed _next comes first", () => {
  expect(choose({ next: "https://shop.example/danke?x=1#y", thankYouUrl })).toBe(
    "https://shop.example/danke?x=1#y",
  );
  expect(choose({ next: "http://www.shop.example/" })).toBe("http://www.shop.example/");
});

test("a relative _next is taken on the calling page's host, if that is allowed", () => {
  expect(choose({ next: "/danke", origin: "https://www.shop.example" })).toBe(
    "https://www.shop.example/danke",
  );
  expect(choose({ next: "/danke", referrer: "https://shop.example/form?x" })).toBe(
    "https://shop.example/danke",
  );
  expect(choose({ next: "/danke", origin: "https://evil.test", thankYouUrl })).toBe(thankYouUrl);
  expect(choose({ next: "/danke", thankYouUrl })).toBe(thankYouUrl);
});

test.each([
  "https://evil.test/",
  "//evil.test",
  "/\\evil.test",
  "https:\\\\evil.test",
  "javascript:alert(1)",
  "data:text/html,x",
  "https://shop.example@evil.test/",
  "https://user:pw@shop.example/",
  "https://shop.example.evil.test",
  "http://[",
])("a _next of %j leads nowhere", (next) => {
  expect(choose({ next, thankYouUrl, origin: "https://shop.example" })).toBe(thankYouUrl);
});

test("then the form's thank-you URL, whatever page called", () => {
  expect(choose({ thankYouUrl, origin: "https://shop.example" })).toBe(thankYouUrl);
});

test("then /thank-you on the Origin's host, then on the Referer's, if allowed", () => {
  expect(choose({ origin: "http://www.shop.example:8080", referrer: "https://shop.example/x" })).toBe(
    "http://www.shop.example:8080/thank-you",
  );
  expect(choose({ origin: "null", referrer: "https://www.shop.example/x" })).toBe(
    "https://www.shop.example/thank-you",
  );
  expect(choose({ origin: "https://evil.test", referrer: "https://www.shop.example/x" })).toBe(
    "https://www.shop.example/thank-you",
  );
});

test("then on the first allowed host, then our own page", () => {
  expect(choose({ origin: "https://evil.test" })).toBe("https://shop.example/thank-you");
  expect(choose({ allowed: ["*.shop.example"] })).toBe(ownPage);
  expect(choose({ allowed: [], origin: "https://shop.example" })).toBe(ownPage);
});

test("a form without allowed hosts sends nobody where a request says", () => {
  expect(choose({ allowed: [], next: "https://shop.example/" })).toBe(ownPage);
  expect(choose({ allowed: [], next: "https://shop.example/", thankYouUrl })).toBe(thankYouUrl);
});

test("whatever is asked for, the answer is an absolute URL on an allowed host and safe in a header", () => {
  const odd = fc.oneof(
    fc.webUrl(),
    fc.string({ unit: "binary" }),
    fc.constantFrom("/a\r\nb", "\r\nx: y", "//", "///evil.test", "https:evil.test", "http:/\\evil.test"),
    fc.string().map((text) => `//${text}`),
    fc.string().map((text) => `https://shop.example${text}`),
  );
  fc.assert(
    fc.property(odd, odd, odd, (next, origin, referrer) => {
      const chosen = choose({ next, origin, referrer });
      expect(chosen).toMatch(/^[\x21-\x7e]+$/);
      expect(new URL(chosen).hostname).toMatch(/^(.+\.)?shop\.example\.?$/);
      expect(new URL(chosen).protocol).toMatch(/^https?:$/);
    }),
    { numRuns: 500 },
  );
});
