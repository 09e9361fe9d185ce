/** An object's own members; of anything else none. */
export const membersOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : []);

/** The entries of a list; of anything else none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text or a number as text, trimmed; "" for anything else. Ids come as both. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" && Number.isFinite(value) ? String(value) : "";
}

/** A dedupe key of at most 255 characters; null where there is none that says anything. */
export function keyOf(value: unknown): string | null {
  const text = textOf(value);
  return text === "" || text.length > 255 ? null : text;
}

/**
 * An object with no prototype to reach, of those that have a value. What comes twice under one name is a list, as a form's repeated field is:
 * of it the first that can be used counts.
 */
export function fieldsOf(entries: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const given = [...entries].filter(
    ([name, value]) => name !== "__proto__" && value !== undefined && value !== null,
  );
  return Object.fromEntries(
    [...Map.groupBy(given, ([name]) => name)].map(([name, all]) => [
      name,
      all.length === 1 ? all[0]?.[1] : all.map(([, value]) => value),
    ]),
  );
}
