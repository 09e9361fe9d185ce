import { expect, it } from "vitest";
import { keyState } from "./key-state.ts";

it.each([
  ["works", { revoked_at: null, expires_at: null }, true],
  ["works until it runs out", { revoked_at: null, expires_at: 101 }, true],
  ["ran out", { revoked_at: null, expires_at: 100 }, false],
  ["is revoked, whatever it might have had", { revoked_at: 1, expires_at: 101 }, false],
])("%s", (_what, key, isLive) => {
  expect(keyState(key, 100).isLive).toBe(isLive);
});
