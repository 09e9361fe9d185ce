import { describe, expect, test } from "vitest";
import { goodUrls, hostileUrls, strictRules } from "../../test/hostile-urls.ts";
import { checkUrl, type RefusedUrl } from "./check-url.ts";

test("the table of what is hostile is a long one", () => {
  expect(hostileUrls.length).toBeGreaterThan(200);
});

describe("checkUrl", () => {
  test.each(hostileUrls)("refuses as %s: %s", (reason, url) => {
    expect(checkUrl(url, strictRules)).toEqual({ refused: reason });
  });

  test.each(goodUrls)("lets a public https address pass: %s", (url) => {
    expect(checkUrl(url, strictRules)).toEqual({ url: new URL(url) });
  });

  test.each(["http://127.0.0.1:8789/hook", "http://localhost:8789/hook", "https://10.0.0.1:8443/"])(
    "ALLOW_PRIVATE_DESTINATIONS opens %s",
    (url) => {
      expect(checkUrl(url, { allowPrivate: true, ownHosts: ["127.0.0.1:8788", "127.0.0.1:8787"] })).toEqual({
        url: new URL(url),
      });
    },
  );

  test.each<[RefusedUrl, string]>([
    ["own_host", "http://127.0.0.1:8788/"],
    ["own_host", "http://127.0.0.1:8787/f/lakeside"],
    ["own_form", "http://127.0.0.1:9787/f/frm_demo"],
    ["refused_name", "http://hook.invalid/"],
    ["refused_name", "http://hook..lan/"],
    ["refused_name", "http://hook.lan../"],
    ["refused_name", "http://abc.onion:8080/"],
    ["scheme", "file:///etc/passwd"],
    ["userinfo", "http://user@127.0.0.1:8789/"],
    ["not_a_url", "nonsense"],
  ])("ALLOW_PRIVATE_DESTINATIONS still refuses as %s: %s", (reason, url) => {
    expect(checkUrl(url, { allowPrivate: true, ownHosts: ["127.0.0.1:8788", "127.0.0.1:8787"] })).toEqual({
      refused: reason,
    });
  });

  test.each([
    "internal",
    "local",
    "localhost",
    "localdomain",
    "arpa",
    "nip.io",
    "sslip.io",
    "localtest.me",
    "1u.ms",
  ])("%s is refused, and what is in it, and no name that only ends alike", (name) => {
    expect(checkUrl(`https://${name}/`, strictRules)).toEqual({ refused: "refused_name" });
    expect(checkUrl(`https://a.${name}/`, strictRules)).toEqual({ refused: "refused_name" });
    if (name.includes(".")) expect(checkUrl(`https://a${name}/`, strictRules)).toHaveProperty("url");
    expect(checkUrl(`https://${name}.example.com/`, strictRules)).toHaveProperty("url");
  });

  test.each<[string, string, string | null, RefusedUrl | null]>([
    [
      "a port that our own host has is none of its name",
      "https://relay.example/",
      "relay.example:8788",
      "own_host",
    ],
    ["our own host in capitals", "https://a.relay.example/", "RELAY.example", "own_host"],
    ["a host that ends like ours", "https://myrelay.com/", "relay.com", null],
    ["no host of our own", "https://relay.com/", null, null],
  ])("%s: %s, ours is %s", (_what, url, ownHost, refused) => {
    const checked = checkUrl(url, { allowPrivate: false, ownHosts: ownHost === null ? [] : [ownHost] });
    expect(checked).toEqual(refused === null ? { url: new URL(url) } : { refused });
  });

  test.each<[string, string | null, RefusedUrl | null]>([
    ["http://relay.test/", "relay.test", "own_host"],
    ["http://relay.test./", "relay.test", "own_host"],
    ["http://relay.test:8788/", "RELAY.test:8788", "own_host"],
    ["http://relay.test:8789/", "relay.test:8788", null],
    ["http://a.relay.test/", "relay.test", null],
    ["http://relay.test/", null, null],
    ["http://:secret@127.0.0.1/", null, "userinfo"],
    ["https://intranet:1234/", null, null],
    ["shttp://intranet/", null, "scheme"],
    ["httpss://intranet/", null, "scheme"],
  ])("ALLOW_PRIVATE_DESTINATIONS has %s, where ours is %s, refused as %s", (url, ownHost, refused) => {
    const checked = checkUrl(url, { allowPrivate: true, ownHosts: ownHost === null ? [] : [ownHost] });
    expect(checked).toEqual(refused === null ? { url: new URL(url) } : { refused });
  });
});
