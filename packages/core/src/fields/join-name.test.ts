import { expect, it } from "vitest";
import type { NamePart } from "./aliases.ts";
import { joinName } from "./join-name.ts";

it("does not compare the words of texts that are no names", () => {
  const given = { part: "given", text: "a ".repeat(400) } as const;
  expect(joinName([given, { part: "family", text: "a ".repeat(300) }])).toHaveLength(1_401);
  expect(joinName([given, { ...given, part: "family" }])).toBe(given.text);
  const whole = { part: "whole", text: "a ".repeat(500).trim() } as const;
  expect(joinName([whole, { part: "family", text: "a" }])).toBe(whole.text);
});

it.each<[string, [NamePart, string][], string | undefined]>([
  ["nothing", [], undefined],
  ["one piece as it is", [["whole", "Asha  Rao"]], "Asha  Rao"],
  [
    "given and family name",
    [
      ["given", "Asha"],
      ["family", "Rao"],
    ],
    "Asha Rao",
  ],
  [
    "the same, the family name first in the body",
    [
      ["family", "Rao"],
      ["given", "Asha"],
    ],
    "Asha Rao",
  ],
  [
    "three parts",
    [
      ["family", "Rao"],
      ["middle", "K."],
      ["given", "Asha"],
    ],
    "Asha K. Rao",
  ],
  [
    "two whole names in their order",
    [
      ["whole", "Asha"],
      ["whole", "Rao"],
    ],
    "Asha Rao",
  ],
  [
    "a whole name and its parts once",
    [
      ["whole", "Asha Rao"],
      ["given", "Asha"],
      ["family", "Rao"],
    ],
    "Asha Rao",
  ],
  [
    "a whole name that says less than its parts",
    [
      ["whole", "Asha"],
      ["given", "Asha"],
      ["family", "Rao"],
    ],
    "Asha Rao",
  ],
  [
    "a given name under the whole's field",
    [
      ["whole", "Asha"],
      ["family", "Rao"],
    ],
    "Asha Rao",
  ],
  [
    "a family name under the whole's field",
    [
      ["whole", "Müller"],
      ["given", "Anna"],
    ],
    "Anna Müller",
  ],
  [
    "a given name that has the family's in it",
    [
      ["given", "Asha Rao"],
      ["family", "RAO"],
    ],
    "Asha Rao",
  ],
  [
    "both parts the same",
    [
      ["given", "Asha"],
      ["family", "asha"],
    ],
    "Asha",
  ],
  [
    "a part of a word, which is another name",
    [
      ["given", "Al"],
      ["family", "Alvarez"],
    ],
    "Al Alvarez",
  ],
  [
    "a family name of which a word was said",
    [
      ["given", "Asha Rao"],
      ["family", "Rao Sharma"],
    ],
    "Asha Rao Rao Sharma",
  ],
  [
    "a whole name that its parts say together",
    [
      ["given", "Asha"],
      ["middle", "K"],
      ["whole", "K Asha"],
    ],
    "Asha K",
  ],
  [
    "names of two scripts as in the West",
    [
      ["family", "Yamada"],
      ["given", "太郎"],
    ],
    "太郎 Yamada",
  ],
  [
    "names that are in two scripts each as in the West",
    [
      ["family", "Yamada山田"],
      ["given", "太郎Taro"],
    ],
    "太郎Taro Yamada山田",
  ],
  [
    "a third name behind those that are written family first",
    [
      ["middle", "次"],
      ["given", "太郎"],
      ["family", "山田"],
    ],
    "山田 太郎 次",
  ],
  [
    "names that are written family first",
    [
      ["given", "太郎"],
      ["family", "山田"],
    ],
    "山田 太郎",
  ],
  [
    "those beside the whole",
    [
      ["given", "太郎"],
      ["family", "山田"],
      ["whole", "山田太郎"],
    ],
    "山田太郎",
  ],
])("joins %s", (_, pieces, name) => {
  expect(joinName(pieces.map(([part, text]) => ({ part, text })))).toBe(name);
});
