import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";
import { tooLong, tooMany, unreadable, type Refusal } from "../../refusal.ts";
import { fieldDataLimitBytes, fieldLimit } from "./body-limits.ts";

/** A body as fields in its own order. */
export interface ParsedBody {
  kind: "parsed";
  entries: BodyEntry[];
  /** Names and values in UTF-8, or a little more; never less. */
  dataBytes: number;
  /** Remarks for operators, such as a skipped file. */
  notes: string[];
  /** The body as it was written, where its entries do not say all of it: two of them are then not the same for having the same entries. */
  written?: string;
}

export const emptyBody = unreadable(
  "The body is empty. A form's fields need a name attribute, and a request needs its fields in the body.",
);
export const tooManyFields = tooMany(`There are more than ${fieldLimit} fields.`);
export const tooMuchData = tooLong(
  `The fields hold more than ${fieldDataLimitBytes / 1024} KB of text; attached files do not count.`,
);

/** The limits that every kind of body shares. */
export function withinLimits(body: Omit<ParsedBody, "kind">): ParsedBody | Refusal {
  if (body.entries.length === 0) return emptyBody;
  if (body.entries.length > fieldLimit) return tooManyFields;
  if (body.dataBytes > fieldDataLimitBytes) return tooMuchData;
  return { kind: "parsed", ...body };
}
