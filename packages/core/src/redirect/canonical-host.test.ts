import * as fc from "fast-check";
import { expect, test } from "vitest";
import { allowsUrl, compileAllowedHosts } from "./allowed-hosts.ts";
import { canonicalHost } from "./canonical-host.ts";

test.each([
  ["example.com", "example.com"],
  [" Example.COM. ", "example.com"],
  ["https://example.com/", "example.com"],
  ["http://example.com:8080", "example.com:8080"],
  ["*.example.com", "*.example.com"],
  ["*.Example.co.uk:8443", "*.example.co.uk:8443"],
  ["müller.de", "xn--mller-kva.de"],
  ["localhost:8789", "localhost:8789"],
  ["127.0.0.1", "127.0.0.1"],
  ["0x7f.1", "127.0.0.1"],
  ["[::1]:8789", "[::1]:8789"],
  ["my_shop.example", "my_shop.example"],
])("%j is stored as %s", (typed, host) => expect(canonicalHost(typed)).toEqual({ ok: true, host }));

test.each([
  "",
  " ",
  "*",
  "*.",
  "*.com",
  "*.localhost",
  "*.127.0.0.1",
  "**.example.com",
  "a.*.example.com",
  "example.com/path",
  "example.com?x",
  "example.com#x",
  "user@example.com",
  "exa mple.com",
  "ftp://example.com",
  "javascript:alert(1)",
  "example.com:99999",
  "https://",
  "-a.example",
  `${"a".repeat(64)}.example`,
])("%j is no host", (typed) => expect(canonicalHost(typed).ok).toBe(false));

test("what is stored allows that host and not its neighbour", () => {
  fc.assert(
    fc.property(fc.domain(), fc.boolean(), (domain, wildcard) => {
      const stored = canonicalHost(wildcard ? `*.${domain}` : domain);
      expect(stored.ok).toBe(true);
      const hosts = compileAllowedHosts(stored.ok ? [stored.host] : []);
      expect(allowsUrl(hosts, new URL(`https://${wildcard ? "www." : ""}${domain}/`))).toBe(true);
      expect(allowsUrl(hosts, new URL(`https://not-${domain}/`))).toBe(false);
    }),
  );
});

test("storing what was stored changes nothing", () => {
  fc.assert(
    fc.property(fc.domain(), (domain) => {
      const once = canonicalHost(domain.toUpperCase());
      expect(once.ok && canonicalHost(once.host)).toEqual(once);
    }),
  );
});

test("what is no host is told with what is, and a wildcard of everything with what it may be", () => {
  expect(canonicalHost("exa mple.com")).toEqual({
    ok: false,
    error: '"exa mple.com" is not a host such as example.com, *.example.com or localhost:8789',
  });
  expect(canonicalHost("*.com")).toEqual({
    ok: false,
    error: '"*.com" would allow too much: name a domain behind the *, such as *.example.com',
  });
});

test.each([
  ["a".repeat(63), true],
  ["a".repeat(64), false],
  ["a-b", true],
  ["a-", false],
  ["_dmarc", true],
  ["a+b", false],
  ["examplehttp://.com", false],
  ["*.10.20.30.40", false],
  ["*.1.2.3.4.example.com", true],
  ["[2001:db8::1]", true],
  ["example.com\\x", false],
])("a name such as %s is a host: %j", (typed, ok) => {
  expect(canonicalHost(typed).ok).toBe(ok);
});
