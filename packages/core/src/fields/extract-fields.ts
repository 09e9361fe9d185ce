import type { KnownField, SubmissionFields } from "@leadrelay/contracts/submission-fields";
import { comparableName, findAliasedField } from "./aliases.ts";
import { comparablePath } from "./comparable-path.ts";
import type { FieldMapping } from "./field-mapping.ts";
import { withNested } from "./with-nested.ts";

/** One field of a body as it came, in the body's order; a repeated name is several entries. */
export type BodyEntry = readonly [name: string, value: unknown];

/**
 * The fields we know by name, trimmed; of several values the first that is not blank counts.
 * What the form's own mapping names, nested values too, is taken before what the built-in aliases name.
 */
export function extractFields(entries: readonly BodyEntry[], mapping: FieldMapping): SubmissionFields {
  const fields: SubmissionFields = {};
  if (mapping.size > 0) take(fields, withNested(entries), (name) => mapping.get(comparablePath(name)));
  take(fields, entries, (name) => (mapping.has(comparablePath(name)) ? undefined : findAliasedField(name)));
  return fields;
}

function take(
  fields: SubmissionFields,
  entries: readonly BodyEntry[],
  fieldOf: (name: string) => KnownField | undefined,
): void {
  for (const [name, value] of entries) {
    const field = fieldOf(comparableName(name));
    if (field === undefined || fields[field] !== undefined) continue;
    const text = textOf(value);
    if (text !== "") fields[field] = text;
  }
}

/** Only text, numbers and booleans become fields; what is nested stays in the payload. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
