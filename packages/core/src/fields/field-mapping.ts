import type { KnownField } from "@leadrelay/contracts/submission-fields";
import { comparableName, findAliasedField, isKnownField } from "./aliases.ts";

/** A form's own field names, comparable, → ours. */
export type FieldMapping = ReadonlyMap<string, KnownField>;

export const noMapping: FieldMapping = new Map();

/** Prepares a form's mapping; an entry whose target is no field of ours is left out, so the field stays in the payload only. */
export function compileMapping(mapping: Readonly<Record<string, string>>): FieldMapping {
  const compiled = new Map<string, KnownField>();
  for (const [theirs, ours] of Object.entries(mapping)) {
    const target = comparableName(ours);
    const field = isKnownField(target) ? target : findAliasedField(target);
    if (field !== undefined) compiled.set(comparableName(theirs), field);
  }
  return compiled;
}

/** Which field of ours a body's field is; the form's own mapping outranks the built-in aliases. */
export function findField(name: string, mapping: FieldMapping): KnownField | undefined {
  const comparable = comparableName(name);
  return mapping.get(comparable) ?? findAliasedField(comparable);
}
