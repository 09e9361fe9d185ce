import { oneLine } from "./one-line.ts";
import type { ReadLead } from "./read-lead.ts";

/** Lines for somebody who reads: what is not known is left out, and each stays on its line. */
export const toLines = (
  found: readonly (readonly [string, string | null | undefined])[],
): ReadLead["lines"] =>
  found.flatMap(([label, value]): ReadLead["lines"] => {
    const text = oneLine(value ?? "");
    return text === "" ? [] : [[label, text]];
  });
