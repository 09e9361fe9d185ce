import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";

const fieldName = "_charset_";

/** What a form says in its field `_charset_`, in any letter case: HTML has browsers write there the encoding they used. */
export function findCharset(entries: readonly BodyEntry[]): string | undefined {
  const isNamed = ([name]: BodyEntry) => name.length === fieldName.length && name.toLowerCase() === fieldName;
  const found = entries.find(isNamed)?.[1];
  return typeof found === "string" && found !== "" ? found : undefined;
}
