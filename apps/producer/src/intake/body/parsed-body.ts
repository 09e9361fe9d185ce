import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";
import { tooLarge, unreadable, type Refusal } from "../../refusal.ts";
import { fieldDataLimitBytes, fieldLimit } from "./body-limits.ts";

/** A body as fields in its own order. */
export interface ParsedBody {
  kind: "parsed";
  entries: BodyEntry[];
  /** Names and values in UTF-8, or a little more; never less. */
  dataBytes: number;
  /** Remarks for operators, such as a skipped file. */
  notes: string[];
}

/** Reads text that is not blank. @param encodedBytes Its length in UTF-8. */
export type TextParser = (text: string, encodedBytes: number) => ParsedBody | Refusal;

export const emptyBody = unreadable(
  "The body is empty. A form's fields need a name attribute, and a request needs its fields in the body.",
);
export const nulRefusal = unreadable("The body contains a NUL character, which no form field can hold.");
export const tooManyFields = tooLarge(`There are more than ${fieldLimit} fields.`);
export const tooMuchData = tooLarge(
  `The fields hold more than ${fieldDataLimitBytes / 1024} KB of text; attached files do not count.`,
);

/** The limits that every kind of body shares. */
export function withinLimits({ entries, dataBytes, notes }: Omit<ParsedBody, "kind">): ParsedBody | Refusal {
  if (entries.length === 0) return emptyBody;
  if (entries.length > fieldLimit) return tooManyFields;
  if (dataBytes > fieldDataLimitBytes) return tooMuchData;
  return { kind: "parsed", entries, dataBytes, notes };
}
