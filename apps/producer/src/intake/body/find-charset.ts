import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";

const fieldName = "_charset_";

/** Whether a field is the one in which HTML has browsers write the encoding they used, in any letter case. */
export const isCharsetField = (name: string): boolean =>
  name.length === fieldName.length && name.toLowerCase() === fieldName;

/** What a form says in that field; undefined where it says nothing. */
export function findCharset(entries: readonly BodyEntry[]): string | undefined {
  const found = entries.find(([name]) => isCharsetField(name))?.[1];
  return typeof found === "string" && found !== "" ? found : undefined;
}
