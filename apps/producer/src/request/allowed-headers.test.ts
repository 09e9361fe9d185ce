import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { allowedHeaders } from "./allowed-headers.ts";

const own = "Content-Type, Accept, Idempotency-Key, X-Requested-With";

it.each([
  ["nothing", null, own],
  ["an empty list", "", own],
  ["what is named anyway, in any letter case", "content-type, ACCEPT,idempotency-key", own],
  ["a token against forgery", "content-type,x-csrf-token", `${own}, x-csrf-token`],
  ["what tracing adds", "baggage,sentry-trace,traceparent", `${own}, baggage, sentry-trace, traceparent`],
  ["what needs permission elsewhere", "Authorization", `${own}, authorization`],
  ["blanks around a name, and a name twice", " x-a ,\tX-A", `${own}, x-a`],
  ["empty places in the list", ",,x-a,,", `${own}, x-a`],
  ["every sign that a name may hold", "a!#$%&'*+.^_`|~9-", `${own}, a!#$%&'*+.^_\`|~9-`],
  ["what is no name, beside one", 'x a,x:b,x(c),\u00fc,"d",x-e', `${own}, x-e`],
  ["a name of 100 signs", "a".repeat(100), `${own}, ${"a".repeat(100)}`],
  ["a longer one, beside one", `${"a".repeat(101)},x-a`, `${own}, x-a`],
])("a browser that asks for %s is allowed what it needs", (_what, asked, allowed) => {
  expect(allowedHeaders(asked)).toBe(allowed);
});

test("of a thousand names fifty are allowed", () => {
  const names = Array.from({ length: 1_000 }, (_, index) => `x-${index}`);
  expect(allowedHeaders(names.join(","))).toBe([own, ...names.slice(0, 50)].join(", "));
});

test("whatever is asked for, the answer is a header's value, and bounded", () => {
  const hostile = fc.string({ unit: fc.constantFrom("x", ",", " ", "\r", "\n", ":", "\u00fc", "\0", "-") });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), hostile), (asked) => {
      const allowed = allowedHeaders(asked);
      expect(allowed).toMatch(/^[!-~]+(, [!-~]+)*$/);
      expect(allowed.length).toBeLessThan(6_000);
    }),
  );
});
