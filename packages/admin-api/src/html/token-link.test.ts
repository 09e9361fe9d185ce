import { expect, it } from "vitest";
import { pastedToken, tokenLink } from "./token-link.ts";

it("a link's token stands where no browser sends it", () => {
  const link = new URL(tokenLink("https://relay.example", "/password", "a-b_1"));
  expect([link.pathname, link.search, link.hash]).toEqual(["/password", "", "#token=a-b_1"]);
});

it.each([
  ["a link", "https://relay.example/invitation#token=a-b_1", "a-b_1"],
  ["a link of before", "https://relay.example/invitation?token=a-b_1", "a-b_1"],
  ["a link with more in it", "https://relay.example/password?x=1&token=a-b_1&y=2#z", "a-b_1"],
  ["a link in a sentence", " Open https://relay.example/invitation#token=a-b_1 today", "a-b_1"],
  ["its end", "#token=a-b_1", "a-b_1"],
  ["the token", " a-b_1\n", "a-b_1"],
  ["a link without one", "https://relay.example/invitation", "https://relay.example/invitation"],
])("%s that is pasted has its token read", (_what, pasted, token) => {
  expect(pastedToken(pasted)).toBe(token);
});
