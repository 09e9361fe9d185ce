import type { SentDelivery } from "../adapter.ts";

/** A body by its destination's mapping: that alone, or beside what the kind sends; the same without one. */
export function withMapping(
  standard: Record<string, unknown>,
  { mapped }: Pick<SentDelivery, "mapped">,
): Record<string, unknown> {
  if (mapped === undefined) return standard;
  return mapped.only ? mapped.body : { ...standard, ...mapped.body };
}

/** What a mapping makes as texts, by its targets as they were written; what is not known is left out. */
export const mappedTexts = ({ mapped }: Pick<SentDelivery, "mapped">): [target: string, text: string][] =>
  (mapped?.named ?? []).flatMap(([target, value]): [string, string][] => {
    const text = textOf(value);
    return text === "" ? [] : [[target, text]];
  });

/** One after the other, where a form gave several. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join("; ");
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
