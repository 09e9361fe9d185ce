import type { BodyEntry } from "../fields/extract-fields.ts";

/** A stored payload as the body's fields that it was made of: a list of plain values is a name that came several times. */
export const postedEntries = (payload: Readonly<Record<string, unknown>>): BodyEntry[] =>
  Object.entries(payload).flatMap(([name, value]): BodyEntry[] =>
    Array.isArray(value) && value.every(isPlain) ? value.map((one: unknown) => [name, one]) : [[name, value]],
  );

const isPlain = (value: unknown) => value === null || typeof value !== "object";
