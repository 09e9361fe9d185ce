import * as fc from "fast-check";
import { expect, test } from "vitest";
import { allMembers } from "./all-members.ts";

test("an object without a name that stands twice has the members that a parser finds", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()),
      fc.boolean(),
      (value, spaced) => {
        const text = JSON.stringify(value, null, spaced ? 2 : undefined);
        expect(new Map(allMembers(text))).toEqual(new Map(Object.entries(JSON.parse(text) as object)));
      },
    ),
    { numRuns: 500 },
  );
});

test("members are found as often as they stand there, in their order", () => {
  const member = fc.tuple(fc.constantFrom("a", 'b"', "c:", "{"), fc.jsonValue());
  fc.assert(
    fc.property(fc.array(member), (members) => {
      const text = `{${members.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(" ,")}}`;
      const plain = JSON.parse(JSON.stringify(members)) as [string, unknown][];
      expect(allMembers(text)).toEqual(plain);
    }),
    { numRuns: 500 },
  );
});
