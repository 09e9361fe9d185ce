import { expect, test } from "vitest";
import { pressedKeys } from "./pressed-keys.ts";

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const g = { key: "g", at: 1_000 };

test.each([
  ["a letter", { key: "j" }, null, "j", null],
  ["a capital is another key", { key: "J" }, null, "J", null],
  ["Escape", { key: "Escape" }, null, "Escape", null],
  ["g waits", { key: "g" }, null, null, { key: "g", at: 2_000 }],
  ["g, then a letter", { key: "l" }, g, "g l", null],
  ["g, then a letter under caps lock", { key: "L" }, g, "g l", null],
  ["g, then g is a chord of its own", { key: "g" }, g, "g g", null],
  ["g, then a named key is no chord", { key: "Enter" }, g, "Enter", null],
  ["g, then a letter too late", { key: "l" }, { key: "g", at: 800 }, "l", null],
  ["shift alone ends no chord", { key: "Shift" }, g, null, g],
  ["Ctrl and a letter", { key: "k", ctrlKey: true }, null, "mod+k", null],
  ["Cmd and a letter", { key: "K", metaKey: true }, null, "mod+k", null],
  ["Ctrl ends a chord", { key: "l", ctrlKey: true }, g, "mod+l", null],
  ["both of them are the browser's", { key: "k", ctrlKey: true, metaKey: true }, null, null, null],
  ["Alt is the browser's", { key: "j", altKey: true }, null, null, null],
])("%s", (_, press, begun, keys, begins) =>
  expect(pressedKeys({ ...plain, ...press }, begun, 2_000)).toEqual({ keys, begins }),
);
