import { expect, it } from "vitest";
import { withoutTemplates } from "./without-templates.ts";

it.each([
  ["98765 43210 [[office]]", "98765 43210"],
  ["98765 43210 %%", "98765 43210"],
  ["98765 43210 <?", "98765 43210"],
  ["｛｛phone１｝｝ 12", "12"],
  ["{{phone_123456}}", ""],
  ["${phone1}#{a1}{%b1%}<%= c1 %><? d1 ?>*|E1|*%%f1%%7", "7"],
  ["{{9876543210}}", "9876543210"],
  ["{{phone 1", "phone 1"],
  ["+91 98765 43210", "+91 98765 43210"],
  [" wide １ ", " wide １ "],
  ["[1] {2}", "[1] {2}"],
  ["{{a}}".padEnd(300, "1"), "1".repeat(295)],
  ["{{a}}".padEnd(301, "1"), "{{a}}".padEnd(301, "1")],
])("of %j remains %j", (text, rest) => expect(withoutTemplates(text)).toBe(rest));
