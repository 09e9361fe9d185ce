import { usageFailure } from "../../exit/failure.ts";
import { sameName, type Mapping } from "./mapping-options.ts";

/** What was asked of a form's mapping; `map` that is empty is `--map none`. */
export interface MappingChange {
  map?: Mapping | undefined;
  unmap?: readonly string[] | undefined;
  mapOnly?: Mapping | undefined;
}

/**
 * A form's mapping as it is to be: single entries added, changed or taken away, or all of it anew. undefined where nothing was asked of it.
 * Throws the usage error that names an entry which cannot be taken away.
 */
export function changeMapping(before: Mapping, { map, unmap, mapOnly }: MappingChange): Mapping | undefined {
  const isNone = map !== undefined && Object.keys(map).length === 0;
  const whole = mapOnly ?? (isNone ? {} : undefined);
  if (whole !== undefined && (unmap !== undefined || (mapOnly !== undefined && map !== undefined)))
    throw usageFailure(
      "--map and --unmap change single entries, --map-only and `--map none` the whole mapping.",
      "give one or the other.",
    );
  if (whole !== undefined) return whole;
  if (map === undefined && unmap === undefined) return undefined;
  const after = new Map(Object.entries(before));
  for (const name of unmap ?? []) after.delete(keyOf(before, name) ?? notThere(before, name));
  for (const [theirs, ours] of Object.entries(map ?? {})) {
    // An entry keeps its place: the parts of a name are joined in this order.
    const key = keyOf(before, theirs);
    after.set(key !== undefined && after.has(key) ? key : theirs, ours);
  }
  return Object.fromEntries(after);
}

const keyOf = (mapping: Mapping, name: string) =>
  Object.keys(mapping).find((theirs) => sameName(theirs) === sameName(name));

function notThere(mapping: Mapping, name: string): never {
  const names = Object.keys(mapping);
  throw usageFailure(
    `--unmap ${name}: the form's mapping has no such entry.`,
    names.length === 0 ? "it has none: nothing was changed." : `it has ${names.join(", ")}.`,
  );
}

/** What a change takes away, in words: entries that are gone, and those turned elsewhere where nothing else of the form is what they were. */
export const lostEntries = (before: Mapping, after: Mapping): string[] =>
  Object.entries(before)
    .filter(([theirs, ours]) => {
      const key = keyOf(after, theirs);
      return key === undefined || !Object.values(after).includes(ours);
    })
    .map(([theirs, ours]) => {
      const key = keyOf(after, theirs);
      return key === undefined
        ? `take ${theirs} = ${ours} away`
        : `turn ${theirs} from ${ours} to ${after[key]}`;
    });
