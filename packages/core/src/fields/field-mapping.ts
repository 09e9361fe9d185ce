import type { KnownField } from "@leadrelay/contracts/submission-fields";
import { comparableName, findAliasedField, isKnownField } from "./aliases.ts";
import { comparablePath } from "./comparable-path.ts";

/** A form's own field names, as comparable paths, → ours. */
export type FieldMapping = ReadonlyMap<string, KnownField>;

export const noMapping: FieldMapping = new Map();

/** Prepares a form's mapping; an entry whose target is no field of ours is left out, so the field stays in the payload only. */
export function compileMapping(mapping: Readonly<Record<string, string>>): FieldMapping {
  const compiled = new Map<string, KnownField>();
  for (const [theirs, ours] of Object.entries(mapping)) {
    const field = findMappingTarget(ours);
    if (field !== undefined) compiled.set(comparablePath(comparableName(theirs)), field);
  }
  return compiled;
}

/** The field of ours a mapping names, by its own name or by an alias of it. */
export function findMappingTarget(name: string): KnownField | undefined {
  const target = comparableName(name);
  return isKnownField(target) ? target : findAliasedField(target);
}

/** Which field of ours a body's field is; the form's own mapping outranks the built-in aliases. */
export function findField(name: string, mapping: FieldMapping): KnownField | undefined {
  const comparable = comparableName(name);
  return mapping.get(comparablePath(comparable)) ?? findAliasedField(comparable);
}
