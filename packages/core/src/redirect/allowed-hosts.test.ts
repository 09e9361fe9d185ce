import { expect, test } from "vitest";
import { allowsUrl, compileAllowedHosts, findListedOrigin, noHosts } from "./allowed-hosts.ts";

const allows = (entries: string[], url: string) => allowsUrl(compileAllowedHosts(entries), new URL(url));

test.each([
  [["example.com"], "https://example.com/x"],
  [["example.com"], "http://EXAMPLE.com./x"],
  [["Example.com "], "https://example.com:8443"],
  [["https://example.com/path"], "https://example.com"],
  [[" example.com"], "https://example.com"],
  [["*.example.com"], "https://a.b.example.com"],
  [["müller.de"], "https://xn--mller-kva.de/danke"],
  [["localhost:8789"], "http://localhost:8789/inbox"],
  [["127.0.0.1"], "http://127.0.0.1:8789/inbox"],
])("%j allows %s", (entries, url) => expect(allows(entries, url)).toBe(true));

test.each([
  [["example.com"], "https://www.example.com"],
  [["example.com"], "https://example.com.evil.test"],
  [["example.com"], "https://evilexample.com"],
  [["*.example.com"], "https://example.com"],
  [["*.example.com"], "https://evilexample.com"],
  [["example.com"], "javascript:alert(1)//example.com"],
  [["example.com"], "ftp://example.com"],
  [["example.com"], "https://user@example.com"],
  [["example.com"], "https://example.com@evil.test"],
  [["localhost:8789"], "http://localhost:8790"],
  [["*"], "https://example.com"],
  [["", "  ", "http://"], "https://example.com"],
  [["examplehttp://.com"], "https://example.com"],
  [["a.*.example.com"], "https://a.b.example.com"],
  [["*.example.com:8443"], "https://www.example.com"],
  [[], "https://example.com"],
])("%j does not allow %s", (entries, url) => expect(allows(entries, url)).toBe(false));

test("the first host that is no wildcard is where a caller without a page is sent", () => {
  expect(compileAllowedHosts(["*.a.example", "b.example", "c.example"]).firstOrigin).toBe(
    "https://b.example",
  );
  expect(compileAllowedHosts(["localhost:8789"]).firstOrigin).toBe("http://localhost:8789");
  expect(compileAllowedHosts(["*.a.example"]).firstOrigin).toBeNull();
});

test.each([
  ["a host of the machine's own", "127.10.0.1:8789", "http://127.10.0.1:8789"],
  ["and another", "127.0.10.10", "http://127.0.10.10"],
  ["the same in IPv6", "[::1]", "http://[::1]"],
  ["another machine's address", "203.0.113.7", "https://203.0.113.7"],
  ["a host that begins like the machine's", "127.0.0.1.example.com", "https://127.0.0.1.example.com"],
  ["a host that ends like it", "not-localhost", "https://not-localhost"],
  ["a host that goes on after it", "localhost.example.com", "https://localhost.example.com"],
  ["one written with a dot at its end", "example.com.", "https://example.com"],
  ["one written as an address in capitals", "HTTP://Example.com", "https://example.com"],
])("%s, %s, is called at %s", (_what, entry, origin) => {
  expect(compileAllowedHosts([entry]).firstOrigin).toBe(origin);
});

test.each([
  ["https://shop.example/page?x#y", "https://shop.example"],
  ["http://shop.example:8080", "http://shop.example:8080"],
  ["https://evil.test/", null],
  ["null", null],
  ["", null],
])("a page that says it is %j is taken for %j", (header, origin) => {
  expect(findListedOrigin(compileAllowedHosts(["shop.example"]), header)).toBe(origin);
});

test("without hosts nothing is allowed and nobody is sent anywhere", () => {
  expect(allowsUrl(noHosts, new URL("https://example.com"))).toBe(false);
  expect(noHosts.firstOrigin).toBeNull();
});

test("an address with only a password in it is not allowed either", () => {
  expect(allows(["example.com"], "https://:secret@example.com")).toBe(false);
});
