import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";

/** What a callback says, by names without their case and signs: `execution_url` and `Execution URL` are one. */
export type CallbackFields = ReadonlyMap<string, string>;

const mostFields = 200;
const deepest = 3;

/** Values by name, the first that is filled in; what is nested counts under its own name, behind what is not. */
export function callbackFields(entries: readonly BodyEntry[]): CallbackFields {
  const fields = new Map<string, string>();
  let level: readonly BodyEntry[] = entries;
  for (let depth = 0; depth <= deepest && level.length > 0; depth += 1) {
    const below: BodyEntry[] = [];
    for (const [name, value] of level) {
      if (typeof value === "object" && value !== null)
        below.push(...Object.entries(value).slice(0, mostFields));
      else if (typeof value === "string") keep(fields, name, value.trim());
      else if (typeof value === "number" || typeof value === "boolean") keep(fields, name, `${value}`);
    }
    level = below.slice(0, mostFields);
  }
  return fields;
}

function keep(fields: Map<string, string>, name: string, text: string): void {
  const key = comparable(name);
  if (text !== "" && !fields.has(key) && fields.size < mostFields) fields.set(key, text);
}

const comparable = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** Of each what it may be called, the first that is there counting, and how long it may be in UTF-16 units: no character is cut in half. */
type Wanted = Readonly<Record<string, readonly [most: number, ...names: string[]]>>;

export function pick<Names extends Wanted>(
  fields: CallbackFields,
  wanted: Names,
): { [Name in keyof Names]?: string } {
  const found: { [Name in keyof Names]?: string } = {};
  for (const name in wanted) {
    const [most, ...names] = wanted[name] ?? [0];
    const text = names.map((one) => fields.get(String(one))).find((one) => one !== undefined);
    if (text !== undefined) found[name] = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
  }
  return found;
}
