import { expect, it } from "vitest";
import { apiOperations, resolved, type Schema } from "./api-document.ts";

/** What of a body has no limit: texts, lists, and objects of any names. */
function unlimited(schema: Schema | undefined, path: string): string[] {
  if (schema === undefined) return [];
  const { allOf = [], anyOf = [], properties = {}, items, additionalProperties, ...one } = resolved(schema);
  const types = new Set([one.type].flat());
  const isOpen =
    typeof additionalProperties === "object" ||
    (types.has("object") && additionalProperties !== false && Object.keys(properties).length === 0);
  return [
    ...(types.has("array") && one.maxItems === undefined ? [`${path}: a list`] : []),
    ...(types.has("string") && one.enum === undefined && one.maxLength === undefined
      ? [`${path}: a text`]
      : []),
    ...(isOpen && one.maxProperties === undefined ? [`${path}: names`] : []),
    ...[...allOf, ...anyOf].flatMap((part) => unlimited(part, path)),
    ...unlimited(items, `${path}[]`),
    ...Object.entries(properties).flatMap(([name, part]) => unlimited(part, `${path}.${name}`)),
    ...(typeof additionalProperties === "object" ? unlimited(additionalProperties, `${path}.*`) : []),
  ];
}

it.each(apiOperations.filter(({ body }) => body !== undefined))(
  "every text and list of $id's body has a maximum",
  ({ body, id }) => {
    expect(unlimited(body, id)).toEqual([]);
  },
);

it("a body without them is noticed", () => {
  const body = {
    type: "object",
    properties: {
      a: { type: "string" },
      b: { type: "array", maxItems: 2, items: { type: ["string", "null"] } },
      c: { type: "object", additionalProperties: { type: "integer" } },
      d: { type: "string", enum: ["x"] },
      e: { anyOf: [{ type: "string" }, { type: "null" }] },
    },
  };
  expect(unlimited(body, "x")).toEqual(["x.a: a text", "x.b[]: a text", "x.c: names", "x.e: a text"]);
});
