import { expect, it } from "vitest";
import { fitLines, hang } from "./hang.ts";
import type { Paint } from "./paint.ts";
import { textWidth } from "./text-width.ts";

const paint = (width?: number): Paint =>
  Object.assign(
    (_: string, text: string) => text,
    width === undefined
      ? {}
      : { width, measure: (text: string) => textWidth(text.replaceAll("leadrelay ", "./leadrelay ")) },
  );

it.each<[what: string, before: string, text: string, width: number | undefined, told: string[]]>([
  ["what fits stays", "12:00  ", "Received.", 40, ["12:00  Received."]],
  [
    "further lines stand below the text's beginning",
    "12:00  ",
    "Received, and stored as a new lead: nobody known matches.",
    40,
    ["12:00  Received, and stored as a new", "       lead: nobody known matches."],
  ],
  ["without a width it is as long as it is", "", "word ".repeat(60), undefined, ["word ".repeat(60)]],
  [
    "a command in backticks stays whole",
    "  ",
    "Then `leadrelay destination change dst_1 --address` it.",
    40,
    ["  Then", "  `leadrelay destination change dst_1 --address`", "  it."],
  ],
  [
    "a command without them stays whole to the line's end",
    "",
    "To follow it: leadrelay queue replay --plan rpl_1",
    40,
    ["To follow it:", "leadrelay queue replay --plan rpl_1"],
  ],
  [
    "a command is as long as it is typed here",
    "",
    "Look, 345678901234 by `leadrelay doctor`",
    40,
    ["Look, 345678901234 by", "`leadrelay doctor`"],
  ],
  [
    "a text that begins with a command in backticks is words",
    "",
    "`leadrelay dlq causes` tells why, and since when.",
    30,
    ["`leadrelay dlq causes` tells", "why, and since when."],
  ],
  ["lines of a text stay lines", "  ", "one\ntwo", 40, ["  one", "  two"]],
])("%s", (_what, before, text, width, told) => {
  expect(hang(before, text, paint(width)).split("\n")).toEqual(told);
});

it("lines are wrapped as they are indented", () => {
  const text = "Title\n\n    a longer line of help that is indented by four";
  expect(fitLines(text, paint(30))).toBe("Title\n\n    a longer line of help that\n    is indented by four");
});
