import { expect, it } from "vitest";
import { compileMapping } from "../fields/field-mapping.ts";
import { messageIn } from "./message-in.ts";

it.each<[what: string, body: unknown, mapping: Record<string, string>, message: string | null]>([
  ["by its usual name", { message: " Call me " }, {}, "Call me"],
  ["by another usual name", { USER_MESSAGE: "Call me" }, {}, "Call me"],
  ["by what the form calls it", { your_wish: "A loft" }, { your_wish: "message" }, "A loft"],
  [
    "by what the form calls it, whatever the capitals",
    { "Your Wish": "A loft" },
    { "your wish": "message" },
    "A loft",
  ],
  ["by what the form calls it, nested", { data: { wish: "A loft" } }, { "data.wish": "message" }, "A loft"],
  ["the form's own name comes first", { message: "Hi", wish: "A loft" }, { wish: "message" }, "A loft"],
  [
    "the usual name where the form's own says nothing",
    { message: "Hi", wish: " " },
    { wish: "message" },
    "Hi",
  ],
  ["not by what the form calls something else", { message: "Agra" }, { message: "location" }, null],
  ["not by a name that nobody has for it", { wish: "A loft" }, {}, null],
  ["the first that says something, where its name came twice", { message: ["", "Call me"] }, {}, "Call me"],
  ["none of what is no object", "A loft", {}, null],
])("%s", (_what, body, mapping, message) => {
  expect(messageIn(JSON.stringify(body), compileMapping(mapping))).toBe(message);
});

it("a body that cannot be read says nothing", () => {
  expect(messageIn("{", compileMapping({}))).toBeNull();
});
