import { expect, test } from "vitest";
import { allowsUrl, compileAllowedHosts } from "./allowed-hosts.ts";

const allows = (entries: string[], url: string) => allowsUrl(compileAllowedHosts(entries), new URL(url));

test.each([
  [["example.com"], "https://example.com/x"],
  [["example.com"], "http://EXAMPLE.com./x"],
  [["Example.com "], "https://example.com:8443"],
  [["https://example.com/path"], "https://example.com"],
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
  [[], "https://example.com"],
])("%j does not allow %s", (entries, url) => expect(allows(entries, url)).toBe(false));

test("the first host that is no wildcard is where a caller without a page is sent", () => {
  expect(compileAllowedHosts(["*.a.example", "b.example", "c.example"]).firstOrigin).toBe(
    "https://b.example",
  );
  expect(compileAllowedHosts(["localhost:8789"]).firstOrigin).toBe("http://localhost:8789");
  expect(compileAllowedHosts(["*.a.example"]).firstOrigin).toBeNull();
});
