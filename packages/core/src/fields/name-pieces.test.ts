import { expect, it } from "vitest";
import { compileMapping, noMapping } from "./field-mapping.ts";
import { namePieces } from "./name-pieces.ts";

const mapping = compileMapping({ vorname: "name", nachname: "name" });
const pieces = (fields: [string, string][], own = noMapping) =>
  namePieces(
    fields.map(([field, text]) => ({ field, text })),
    own,
  ).map(({ part, text }) => `${part} ${text}`);

it("are the parts under built-in names, each by its first value that names somebody", () => {
  expect(
    pieces([
      ["first_name", "undefined"],
      ["fname", "Asha"],
      ["firstname", "Bob"],
      ["surname", "Rao"],
      ["middle_name", "K."],
      ["full_name", "Asha Rao"],
      ["name", "Somebody"],
    ]),
  ).toEqual(["given Asha", "family Rao", "middle K.", "whole Asha Rao"]);
});

it("are those of the form's own mapping in the mapping's order, whatever the body's", () => {
  expect(
    pieces(
      [
        ["nachname", "Rao"],
        ["vorname", "Asha"],
        ["vorname", "Bob"],
      ],
      mapping,
    ),
  ).toEqual(["whole Asha", "whole Rao"]);
});

it("are besides those the parts under built-in names, but no whole name", () => {
  const fields: [string, string][] = [
    ["vorname", "Asha"],
    ["name", "Villa"],
    ["last_name", "Rao"],
  ];
  expect(pieces(fields, mapping)).toEqual(["whole Asha", "family Rao"]);
  expect(pieces([["vorname", "-"], ...fields.slice(1)], mapping)).toEqual(["whole Villa", "family Rao"]);
});

it("are none of what names nobody", () => expect(pieces([["name", "N/A"]])).toEqual([]));
