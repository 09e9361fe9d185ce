import type { KnownField, SubmissionFields } from "@leadrelay/contracts/submission-fields";
import { contactProblems } from "../fields/contact.ts";
import { extractFields } from "../fields/extract-fields.ts";
import { compileMapping } from "../fields/field-mapping.ts";
import { postedEntries } from "./posted-entries.ts";

type Mapping = Readonly<Record<string, string>>;

/** What another mapping would have made of a post. */
export interface ComparedReading {
  /** Only what would be otherwise; null: it is not there. */
  changes: { field: KnownField; before: string | null; after: string | null }[];
  /** As it is mapped now, and as it would be: it holds no way to reach anybody. */
  refused_before: boolean;
  refused_after: boolean;
  /** It would have its honeypot filled: taken for a bot's. */
  is_bot_after: boolean;
}

/** How a post is read by one mapping and by another. */
export function compareReadings(
  payload: Readonly<Record<string, unknown>>,
  before: Mapping,
  after: Mapping,
): ComparedReading {
  const entries = postedEntries(payload);
  const [old, anew] = [before, after].map(
    (mapping) => extractFields(entries, compileMapping(mapping)).fields,
  );
  const was: SubmissionFields = old ?? {};
  const is: SubmissionFields = anew ?? {};
  const fields = [...new Set([...keysOf(was), ...keysOf(is)])];
  return {
    changes: fields
      .filter((field) => was[field] !== is[field])
      .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null })),
    refused_before: contactProblems(was).length > 0,
    refused_after: contactProblems(is).length > 0,
    is_bot_after: is.honeypot !== undefined && was.honeypot === undefined,
  };
}

const keysOf = (fields: SubmissionFields) => Object.keys(fields) as KnownField[];
