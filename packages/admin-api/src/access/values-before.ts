/** For an audit entry: what those values were that a change set to something else; nothing where all stayed. */
export function valuesBefore(
  before: Readonly<Record<string, unknown>>,
  changed: Readonly<Record<string, unknown>>,
): { before?: Record<string, unknown> } {
  const other = Object.keys(changed).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(changed[name]),
  );
  return other.length === 0
    ? {}
    : { before: Object.fromEntries(other.map((name) => [name, before[name] ?? null])) };
}
