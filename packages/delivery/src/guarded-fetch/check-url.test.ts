import { describe, expect, test } from "vitest";
import { checkUrl, type RefusedUrl } from "./check-url.ts";

const strict = { allowPrivate: false, ownHost: "leads.agency.example" };

const hostile: [RefusedUrl, string][] = [
  ["not_a_url", ""],
  ["not_a_url", "hook.eu1.make.com/abc"],
  ["not_a_url", "https://"],
  ["not_a_url", "https://exa mple.com/"],
  ["not_a_url", "https://example.com:99999/"],
  ["not_a_url", "https://[::1/"],
  ["not_a_url", "https://256.256.256.256/"],
  ["scheme", "http://example.com/"],
  ["scheme", "ftp://example.com/"],
  ["scheme", "file:///etc/passwd"],
  ["scheme", "javascript:alert(1)"],
  ["scheme", "data:text/plain,hello"],
  ["scheme", "ws://example.com/"],
  ["scheme", "gopher://example.com/"],
  ["scheme", "blob:https://example.com/1"],
  ["port", "https://example.com:8443/"],
  ["port", "https://example.com:80/"],
  ["port", "https://example.com:22/"],
  ["port", "https://example.com:0/"],
  ["userinfo", "https://user@example.com/"],
  ["userinfo", "https://user:password@example.com/"],
  ["userinfo", "https://:password@example.com/"],
  ["userinfo", "https://example.com@127.0.0.1/"],
  ["private_address", "https://127.0.0.1/"],
  ["private_address", "https://127.1/"],
  ["private_address", "https://2130706433/"],
  ["private_address", "https://0x7f000001/"],
  ["private_address", "https://0x7f.0.0.1/"],
  ["private_address", "https://017700000001/"],
  ["private_address", "https://0177.0.0.1/"],
  ["private_address", "https://127.0.0.1./"],
  ["private_address", "https://１２７.０.０.１/"],
  ["private_address", "https://127。0。0。1/"],
  ["private_address", "https://12\t7.0.0.1/"],
  ["private_address", "https://0.0.0.0/"],
  ["private_address", "https://0/"],
  ["private_address", "https://10.0.0.1/"],
  ["private_address", "https://100.64.0.1/"],
  ["private_address", "https://169.254.169.254/latest/meta-data/"],
  ["private_address", "https://172.16.0.1/"],
  ["private_address", "https://172.31.255.255/"],
  ["private_address", "https://192.0.0.8/"],
  ["private_address", "https://192.0.2.1/"],
  ["private_address", "https://192.88.99.1/"],
  ["private_address", "https://192.168.1.1/"],
  ["private_address", "https://198.18.0.1/"],
  ["private_address", "https://224.0.0.1/"],
  ["private_address", "https://240.0.0.1/"],
  ["private_address", "https://255.255.255.255/"],
  ["private_address", "https://[::]/"],
  ["private_address", "https://[::1]/"],
  ["private_address", "https://[::ffff:127.0.0.1]/"],
  ["private_address", "https://[::ffff:7f00:1]/"],
  ["private_address", "https://[::127.0.0.1]/"],
  ["private_address", "https://[::ffff:0:127.0.0.1]/"],
  ["private_address", "https://[64:ff9b::127.0.0.1]/"],
  ["private_address", "https://[64:ff9b:1::1]/"],
  ["private_address", "https://[2002:7f00:1::]/"],
  ["private_address", "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/"],
  ["private_address", "https://[100::1]/"],
  ["private_address", "https://[2001:db8::1]/"],
  ["private_address", "https://[3fff::1]/"],
  ["private_address", "https://[5f00::1]/"],
  ["private_address", "https://[fc00::1]/"],
  ["private_address", "https://[fd12:3456:789a::1]/"],
  ["private_address", "https://[fe80::1]/"],
  ["private_address", "https://[fec0::1]/"],
  ["private_address", "https://[ff02::1]/"],
  ["private_address", "https://[4000::1]/"],
  ["ip_literal", "https://8.8.8.8/"],
  ["ip_literal", "https://134744072/"],
  ["ip_literal", "https://[2606:4700:4700::1111]/"],
  ["no_dot", "https://intranet/"],
  ["no_dot", "https://intranet./"],
  ["refused_name", "https://localhost/"],
  ["refused_name", "https://localhost./"],
  ["refused_name", "https://localhost../"],
  ["refused_name", "https://metadata.google.internal../"],
  ["private_address", "https://127.0.0.1../"],
  ["refused_name", "https://LOCALHOST/"],
  ["refused_name", "https://app.localhost/"],
  ["refused_name", "https://localhost.localdomain/"],
  ["refused_name", "https://printer.local/"],
  ["refused_name", "https://metadata.google.internal/"],
  ["refused_name", "https://metadata.google.internal./"],
  ["refused_name", "https://router.home.arpa/"],
  ["refused_name", "https://127.0.0.1.nip.io/"],
  ["refused_name", "https://10-0-0-1.sslip.io/"],
  ["refused_name", "https://localtest.me/"],
  ["refused_name", "https://anything.localtest.me/"],
  ["refused_name", "https://make-1.2.3.4-rebind-127.0.0.1-rr.1u.ms/"],
  ["own_host", "https://leads.agency.example/f/frm_demo"],
  ["own_host", "https://LEADS.agency.example./"],
  ["own_host", "https://admin.leads.agency.example/"],
];

describe("checkUrl", () => {
  test.each(hostile)("refuses as %s: %s", (reason, url) => {
    expect(checkUrl(url, strict)).toEqual({ refused: reason });
  });

  test.each([
    "https://hook.eu1.make.com/abc123",
    "https://hook.eu1.make.com:443/abc123?x=1",
    "https://xn--bcher-kva.example/hook",
    "https://localhost.example.com/",
    "https://myinternal.example/",
    "https://agency.example/",
  ])("lets a public https address pass: %s", (url) => {
    expect(checkUrl(url, strict)).toEqual({ url: new URL(url) });
  });

  test.each(["http://127.0.0.1:8789/hook", "http://localhost:8789/hook", "https://10.0.0.1:8443/"])(
    "ALLOW_PRIVATE_DESTINATIONS opens %s",
    (url) => {
      expect(checkUrl(url, { allowPrivate: true, ownHost: "127.0.0.1:8788" })).toEqual({ url: new URL(url) });
    },
  );

  test.each<[RefusedUrl, string]>([
    ["own_host", "http://127.0.0.1:8788/"],
    ["scheme", "file:///etc/passwd"],
    ["userinfo", "http://user@127.0.0.1:8789/"],
    ["not_a_url", "nonsense"],
  ])("ALLOW_PRIVATE_DESTINATIONS still refuses as %s: %s", (reason, url) => {
    expect(checkUrl(url, { allowPrivate: true, ownHost: "127.0.0.1:8788" })).toEqual({ refused: reason });
  });

  test.each([
    "internal",
    "local",
    "localhost",
    "localdomain",
    "home.arpa",
    "nip.io",
    "sslip.io",
    "localtest.me",
    "1u.ms",
  ])("%s is refused, and what is in it, and no name that only ends alike", (name) => {
    expect(checkUrl(`https://${name}/`, strict)).toEqual({ refused: "refused_name" });
    expect(checkUrl(`https://a.${name}/`, strict)).toEqual({ refused: "refused_name" });
    if (name.includes(".")) expect(checkUrl(`https://a${name}/`, strict)).toHaveProperty("url");
    expect(checkUrl(`https://${name}.example.com/`, strict)).toHaveProperty("url");
  });

  test.each<[string, string, string | null, RefusedUrl | null]>([
    [
      "a port that our own host has is none of its name",
      "https://relay.example/",
      "relay.example:8788",
      "own_host",
    ],
    ["our own host in capitals", "https://a.relay.example/", "RELAY.example", "own_host"],
    ["a host that ends like ours", "https://myrelay.example/", "relay.example", null],
    ["no host of our own", "https://relay.example/", null, null],
  ])("%s: %s, ours is %s", (_what, url, ownHost, refused) => {
    const checked = checkUrl(url, { allowPrivate: false, ownHost });
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
    const checked = checkUrl(url, { allowPrivate: true, ownHost });
    expect(checked).toEqual(refused === null ? { url: new URL(url) } : { refused });
  });
});
