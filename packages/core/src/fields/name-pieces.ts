import { namePartOf, type NamePart } from "./aliases.ts";
import type { FieldMapping } from "./field-mapping.ts";
import { readName } from "./read-name.ts";

/** A body's field that is known as `name`, by its own name as names are compared. */
export interface GivenName {
  field: string;
  text: string;
}

/** What a body says of a name: the whole of it or a part, in the order in which equal parts are joined. */
export interface NamePiece {
  part: NamePart;
  text: string;
}

/**
 * The pieces a name is joined from, each once: those that the form's own mapping names in the mapping's order, then the parts under
 * built-in names, and a whole name under a built-in name only where the mapping named nothing.
 */
export function namePieces(given: readonly GivenName[], mapping: FieldMapping): NamePiece[] {
  if (given.length === 0) return [];
  const named = given.flatMap(({ field, text }) => {
    const name = readName(text);
    return name === undefined ? [] : [{ field, text: name }];
  });
  const mapped = [...mapping.keys()].flatMap((field): NamePiece[] => {
    const first = named.find((name) => name.field === field);
    return first === undefined ? [] : [{ part: "whole", text: first.text }];
  });
  const aliased = new Map<NamePart, NamePiece>();
  for (const { field, text } of named) {
    const part = namePartOf(field);
    if (!mapping.has(field) && !aliased.has(part)) aliased.set(part, { part, text });
  }
  if (mapped.length > 0) aliased.delete("whole");
  return [...mapped, ...aliased.values()];
}
