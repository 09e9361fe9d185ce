import { expect, it } from "vitest";
import { ownPath } from "./own-path.ts";

it.each([
  ["a page of ours", "/leads?open=1#note", "/leads?open=1#note"],
  ["no address", undefined, "/"],
  ["an address of another site", "https://evil.example/leads", "/"],
  ["one without its scheme", "//evil.example/leads", "/"],
  ["one whose slash leans the other way", "/\\evil.example/leads", "/"],
  ["one with a line break in its slashes", "/\n/evil.example", "/"],
  ["a path that begins as an address of another site", "/.//evil.example/leads", "/evil.example/leads"],
  ["the same with our origin", "https://relay.example//evil.example", "/evil.example"],
  ["a script", "javascript:alert(1)", "/"],
  ["our own origin with another port", "https://relay.example:8443/", "/"],
  ["what is no address", "http://", "/"],
])("%s", (_what, to, path) => {
  expect(ownPath(to, "https://relay.example")).toBe(path);
});
