import { describe, expect, it } from "vitest";
import { redact, withoutSecrets } from "./redact.ts";

const request = {
  url: "https://hook.example.com/s3cr3t/p%20ath%2Fwith?token=abcdef&s=xyz",
  headers: {
    "content-type": "application/json",
    "user-agent": "LeadRelay",
    "x-api-key": "key-123456",
    authorization: "Basic c2lkOnRva2Vu",
  },
};

describe("an answer without the request's secrets", () => {
  it.each([
    ["the address", `at ${request.url}.`, "at …."],
    ["path and query", "at /s3cr3t/p%20ath%2Fwith?token=abcdef&s=xyz", "at …"],
    ["a part of the path", "no s3cr3t here", "no … here"],
    ["a part of the path, encoded", "no p%20ath%2Fwith here", "no … here"],
    ["a part of the path, decoded", "no p ath/with here", "no … here"],
    ["a value of the query", "bad abcdef, bad abcdef", "bad …, bad …"],
    ["a header", "unknown key-123456", "unknown …"],
    ["a signed token", "assertion=eyJhbGciOi.eyJpc3Mi.c2ln-_&x=1", "assertion=…&x=1"],
    [
      "what lets a callback in",
      `"callback_url":"https://leads.example/callbacks/make/d-1?token=cli_a-1.${"x-_9".repeat(21)}ab"`,
      '"callback_url":"https://leads.example/callbacks/make/d-1?token=…"',
    ],
    ["the same in a form", `u=%3Ftoken%3Dcli_1.${"A".repeat(86)}&b=1`, "u=%3Ftoken%3D…&b=1"],
    ["a header's credential without its scheme", "Basic: unknown c2lkOnRva2Vu", "Basic: unknown …"],
  ])("has not %s", (_what, answer, left) => {
    expect(withoutSecrets(answer, request)).toBe(left);
  });

  it.each(["Bearer", "Basic", "Zoho-oauthtoken", "AWS4.x"])("has not what stands behind %s", (scheme) => {
    const given = { url: "https://a.example/", headers: { authorization: `${scheme} 1000.abcdef` } };
    expect(withoutSecrets("unknown 1000.abcdef", given)).toBe("unknown …");
  });

  it.each([
    ["what every request says of itself", "application/json from LeadRelay"],
    ["a value too short to be a secret", "xyz"],
    ["a token that is shorter than one", `token=cli_1.${"A".repeat(85)}`],
    ["what only begins like a signed token", "eyJ. eyJab.c"],
    ["the receiver's name", "hook.example.com is down"],
  ])("keeps %s", (_what, answer) => {
    expect(withoutSecrets(answer, request)).toBe(answer);
  });

  it("counts six characters as a secret, and five as none", () => {
    const given = { url: "https://a.example/123456/12345", headers: {} };
    expect(withoutSecrets("123456 and 12345", given)).toBe("… and 12345");
  });

  it("replaces the longest first, so that no rest of it is left", () => {
    const given = { url: "https://a.example/abcdef", headers: { "x-key": "abcdef-whole-key" } };
    expect(withoutSecrets("abcdef-whole-key", given)).toBe("…");
  });

  it("has not the address as the URL parser writes it", () => {
    const given = { url: "https://A.example/x/../h%6Fok s", headers: {} };
    expect(withoutSecrets("POST https://a.example/h%6Fok%20s failed", given)).toBe("POST … failed");
  });

  it.each([
    [
      "an address that is none",
      { url: "no address", headers: {} },
      "… is no address",
      "no address is no address",
    ],
    [
      "a path that does not decode",
      { url: "https://a.example/%E0%A4%Asecret", headers: {} },
      "…",
      "%E0%A4%Asecret",
    ],
  ])("is made from %s too", (_what, given, left, answer) => {
    expect(withoutSecrets(answer, given)).toBe(left.replaceAll("no address", "…"));
  });
});

describe("an error fit to show", () => {
  it.each([
    ["jane@example.com is taken", "… is taken"],
    ['{"email":"jane.doe+x@example.co.in","ok":1}', '{"email":"…","ok":1}'],
    ["<jane@example.com>;<bob@example.com>", "<…>;<…>"],
    ["call +91 99999-99999 now", "call … now"],
    ["call (0)30 1234567 now", "call (… now"],
    ["order 1234567", "order …"],
    ["order 123456 of 12", "order 123456 of 12"],
    ["HTTP 503 at 12:30", "HTTP 503 at 12:30"],
    ["an @ alone", "an @ alone"],
  ])("%j is kept as %j", (error, kept) => {
    expect(redact(error, null)).toBe(kept);
  });

  it("has at most 300 characters, cut only after secrets are out of it", () => {
    expect(redact("x".repeat(301), null)).toBe("x".repeat(300));
    expect(redact(`${"x".repeat(297)}s3cr3t`, request)).toBe(`${"x".repeat(297)}…`);
  });
});
