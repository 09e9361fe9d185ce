import { comparableName } from "../fields/aliases.ts";
import { comparablePath } from "../fields/comparable-path.ts";

/** What a form posted under one name: of several values a list. Texts, numbers and booleans; never blank. */
export type FormValue = string | number | boolean | readonly (string | number | boolean)[];

/** By name as posted, and as names are compared: `Your Budget` is `your budget` and `your_budget`, too. Nested ones stand under paths. */
export type FormFields = ReadonlyMap<string, FormValue>;

const deepest = 8;
const mostFields = 500;

/**
 * The fields of a submission, as it is stored: the whole parsed body as JSON. What is no JSON object has none.
 * What is nested deeper than 8, or behind the 500th field, is not among them.
 */
export function formFields(payloadJson: string): FormFields {
  const fields = new Map<string, FormValue>();
  try {
    const body: unknown = JSON.parse(payloadJson);
    if (isObject(body)) for (const [name, value] of Object.entries(body)) put(fields, name, value, 0);
  } catch {
    // A row made by hand.
  }
  return fields;
}

/** What the form posted under this name; undefined: nothing, or blanks. */
export const formField = (fields: FormFields, name: string): FormValue | undefined =>
  fields.get(name) ?? fields.get(keyOf(name));

/** Names are compared without regard to capitals, to what stands between words, and to how they are nested. */
const keyOf = (name: string) => comparablePath(comparableName(name)).replaceAll(/[\s_-]+/g, "_");

function put(fields: Map<string, FormValue>, name: string, value: unknown, depth: number): void {
  if (fields.size >= mostFields * 2) return;
  const told = valueOf(value);
  if (told !== undefined) {
    if (!fields.has(name)) fields.set(name, told);
    if (!fields.has(keyOf(name))) fields.set(keyOf(name), told);
  } else if (isObject(value) && depth < deepest)
    for (const [key, member] of Object.entries(value)) put(fields, `${name}.${key}`, member, depth + 1);
}

function valueOf(value: unknown): FormValue | undefined {
  if (!Array.isArray(value)) return plainOf(value);
  const list = value.map(plainOf).filter((one) => one !== undefined);
  if (list.length === 0) return undefined;
  return list.length === 1 ? list[0] : list;
}

function plainOf(value: unknown): string | number | boolean | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  return typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
