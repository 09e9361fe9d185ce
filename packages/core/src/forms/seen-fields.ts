import type { KnownField } from "@leadrelay/contracts/submission-fields";
import { comparableName, findAliasedField } from "../fields/aliases.ts";
import { comparablePath } from "../fields/comparable-path.ts";
import { textOf, type BodyEntry } from "../fields/extract-fields.ts";
import { compileMapping } from "../fields/field-mapping.ts";
import { postedEntries } from "./posted-entries.ts";

/**
 * Why a field is taken for what it is. `mapping`: the form says so · `name`: it is one of the names that are known everywhere · `outranked`: it
 * has such a name, but where the form's own field for that is filled in, it counts for nothing · `none`: it is kept and means nothing to us.
 */
export const seenReasons = ["mapping", "name", "outranked", "none"] as const;

/** A field that posts of a form really had. */
export interface SeenField {
  /** As the latest of them wrote it; of what is nested the path: `contact.email`. */
  name: string;
  /** In how many of them. */
  posts: number;
  /** The latest value that is not blank. */
  sample: string | null;
  taken_for: KnownField | null;
  why: (typeof seenReasons)[number];
}

const mostFields = 200;
const deepest = 4;

/** The fields of these payloads, the latest first, in the order in which they were seen. */
export function seenFields(
  payloads: readonly Readonly<Record<string, unknown>>[],
  fieldMapping: Readonly<Record<string, string>>,
): SeenField[] {
  const seen = new Map<string, Pick<SeenField, "name" | "posts" | "sample"> & { isNested: boolean }>();
  for (const payload of payloads) {
    const here = new Set<string>();
    for (const { name, value, isNested } of flat(postedEntries(payload))) {
      const key = comparableName(name);
      const known = seen.get(key);
      const sample = textOf(value) === "" ? null : textOf(value);
      if (known === undefined) {
        if (seen.size < mostFields) seen.set(key, { name, posts: 1, sample, isNested });
      } else {
        known.posts += here.has(key) ? 0 : 1;
        known.sample ??= sample;
      }
      here.add(key);
    }
  }
  const mapping = compileMapping(fieldMapping);
  const own = new Set(mapping.values());
  return [...seen].map(([key, { isNested, ...field }]) => {
    const mapped = mapping.get(comparablePath(key));
    if (mapped !== undefined) return { ...field, taken_for: mapped, why: "mapping" };
    const aliased = isNested ? undefined : findAliasedField(key);
    if (aliased === undefined) return { ...field, taken_for: null, why: "none" };
    const isOutranked = (aliased === "email" || aliased === "phone") && own.has(aliased);
    return { ...field, taken_for: aliased, why: isOutranked ? "outranked" : "name" };
  });
}

interface Leaf {
  name: string;
  value: unknown;
  isNested: boolean;
}

const flat = (entries: readonly BodyEntry[]): Leaf[] =>
  entries.flatMap(([name, value]) => leavesOf(name, value, 0)).slice(0, mostFields);

function leavesOf(name: string, value: unknown, depth: number): Leaf[] {
  if (typeof value !== "object" || value === null) return [{ name, value, isNested: depth > 0 }];
  if (depth === deepest) return [];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(`${name}.${key}`, member, depth + 1));
}
