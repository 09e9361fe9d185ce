import { honeypotModes } from "@leadrelay/contracts/honeypot-mode";
import { expect, test } from "vitest";
import { storedHoneypotMode, toHoneypotMode } from "./honeypot-mode.ts";

test.each([null, ...honeypotModes])("mode %s comes back as it was stored", (mode) => {
  expect(toHoneypotMode(storedHoneypotMode(mode))).toBe(mode);
});

test.each([
  ["left to the installation", null, null],
  ["off", 0, "off"],
  ["on", 1, "log"],
  ["what a later version stored", 9, "log"],
])("a form of before that had detection %s has it still", (_how, stored, mode) => {
  expect(toHoneypotMode(stored)).toBe(mode);
});
