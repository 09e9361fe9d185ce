import { longestFieldName, mostFieldNames } from "@leadrelay/contracts/intake-counts";
import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";

/** Letters, digits and what forms put between them: nothing that acts on a terminal or a page, and no address. */
const plainName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _.:[\]-]*$/u;
/** A body that was read as something else may have values where its names should be. */
const manyDigits = /\p{N}(?:[ .:_-]*\p{N}){5}/u;

/**
 * What the fields of a post were called, for whoever mends a form's mapping: the first few, without those that look like what somebody
 * typed, and without our own (`__…`, `_next`). Never what was in them.
 */
export function fieldNames(entries: readonly BodyEntry[]): string[] {
  const names = new Set<string>();
  for (const [name] of entries) {
    if (names.size === mostFieldNames) break;
    const isPlain = name.length <= longestFieldName && plainName.test(name) && !manyDigits.test(name);
    if (isPlain) names.add(name);
  }
  return [...names];
}
