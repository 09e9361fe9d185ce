import { extractFields } from "../fields/extract-fields.ts";

/** What the person wrote, by the names that most forms have for it; null: nothing. @param payloadJson the whole parsed body */
export function messageIn(payloadJson: string): string | null {
  try {
    const body: unknown = JSON.parse(payloadJson);
    if (typeof body !== "object" || body === null) return null;
    return extractFields(Object.entries(body), new Map()).fields.message ?? null;
  } catch {
    return null;
  }
}
