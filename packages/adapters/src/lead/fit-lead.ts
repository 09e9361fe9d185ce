import { cutText } from "./cut-text.ts";
import type { ReadLead } from "./read-lead.ts";

/** How long a value may be, in UTF-16 units: from all that is read of it to what still tells people apart. */
const lengths = [500, 250, 120, 60];
const shortest = 30;

/**
 * What `write` makes of a lead, its values cut alike until that is no longer than `most` UTF-16 units: no line is left out, and what escaping
 * adds is never cut in two. Fifteen lines of the shortest values are below 2 000 units where each is written twice as long, below 3 000 where five times.
 */
export function fitLead<Written>(
  lead: ReadLead,
  write: (lead: ReadLead) => Written,
  { most, lengthOf }: { most: number; lengthOf: (written: Written) => number },
): Written {
  for (const length of lengths) {
    const written = write(withValues(lead, length));
    if (lengthOf(written) <= most) return written;
  }
  return write(withValues(lead, shortest));
}

const withValues = (lead: ReadLead, most: number): ReadLead => ({
  ...lead,
  title: cutText(lead.title, lead.what.length + 2 + most),
  lines: lead.lines.map(([label, value]) => [label, cutText(value, most)]),
});
