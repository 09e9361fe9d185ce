/** A list with one of it moved by so many places, as far as there are. */
export function moved<Item>(items: readonly Item[], index: number, by: number): Item[] {
  const to = Math.min(items.length - 1, Math.max(0, index + by));
  const [item] = items.slice(index, index + 1);
  const others = without(items, index);
  return item === undefined ? [...items] : [...others.slice(0, to), item, ...others.slice(to)];
}

/** A list without one of it. */
export function without<Item>(items: readonly Item[], index: number): Item[] {
  return items.filter((_, at) => at !== index);
}

/** A line of text under a name that no other field has. */
export function newField(fields: readonly { name: string }[], label: string) {
  const names = new Set(fields.map(({ name }) => name));
  let place = fields.length + 1;
  while (names.has(`field_${place}`)) place += 1;
  return { name: `field_${place}`, label, kind: "text" as const, is_required: false, options: [] };
}
