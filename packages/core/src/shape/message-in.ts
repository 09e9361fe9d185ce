import { extractFields } from "../fields/extract-fields.ts";
import type { FieldMapping } from "../fields/field-mapping.ts";
import { postedEntries } from "../forms/posted-entries.ts";

/**
 * What the person wrote, by what its form calls that, else by the names that most forms have for it; null: nothing.
 * @param payloadJson the whole parsed body
 */
export function messageIn(payloadJson: string, mapping: FieldMapping): string | null {
  try {
    const body: unknown = JSON.parse(payloadJson);
    if (typeof body !== "object" || body === null) return null;
    return extractFields(postedEntries({ ...body }), mapping).fields.message ?? null;
  } catch {
    return null;
  }
}
