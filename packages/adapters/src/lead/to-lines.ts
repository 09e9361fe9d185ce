import { oneLine } from "./one-line.ts";
import type { ReadLead } from "./read-lead.ts";

/** Lines for somebody who reads: what is not known is left out, and each stays on its line. */
export const toLines = (
  found: readonly (readonly [label: string, value: string | null | undefined, most?: number])[],
): ReadLead["lines"] =>
  found.flatMap(([label, value, most]): ReadLead["lines"] => {
    const text = oneLine(value ?? "", most);
    return text === "" ? [] : [[label, text]];
  });
