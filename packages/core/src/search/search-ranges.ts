import { compareKeys } from "../lists/merge-page.ts";

/**
 * A place in a search: what is exactly as asked (1) before what only begins so (0), then client by client, live before test (1 before 0),
 * then the text that matched and what tells two with the same text apart. All of it descending.
 */
export type SearchKey = readonly [
  rank: number,
  clientId: string,
  isLive: number,
  text: string,
  last: string | number,
];

/** A stretch of a search index, read from the top: from `upper`, itself not in it, down to `low`. */
export interface SearchRange {
  rank: 0 | 1;
  client_id: string;
  is_live: 0 | 1;
  low: string;
  upper: readonly [text: string, last: string | number];
}

/** Above every text that begins with what stands before it: U+10FFFF is no character. */
const above = "\u{10ffff}";
/** Below every text that goes on. */
const below = "\u0001";

/** The stretches that a search for texts beginning so reads, in the order of its list, beginning after a place in it. */
export function searchRanges(
  beginnings: readonly string[],
  {
    clientIds,
    live,
    highest,
    after,
  }: {
    clientIds: readonly string[];
    /** Live leads (1), tests (0), or both. */
    live: readonly (0 | 1)[];
    /** Above all that tells two with the same text apart. */
    highest: string | number;
    after: SearchKey | null;
  },
): SearchRange[] {
  const ranges = clientIds.flatMap((client_id) =>
    live.flatMap((is_live) =>
      beginnings.flatMap((text): SearchRange[] => [
        { rank: 1, client_id, is_live, low: text, upper: [text, highest] },
        { rank: 0, client_id, is_live, low: text + below, upper: [text + above, highest] },
      ]),
    ),
  );
  const left = after === null ? ranges : ranges.flatMap((range) => cutAfter(range, after));
  return left.toSorted((a, b) => compareKeys(startOf(b), startOf(a)));
}

const startOf = ({ rank, client_id, is_live, upper }: SearchRange) => [rank, client_id, is_live, ...upper];

/** What of a range comes after a place in the list; nothing when the place is past it. */
function cutAfter(range: SearchRange, after: SearchKey): SearchRange[] {
  const list = [range.rank, range.client_id, range.is_live];
  const order = compareKeys(list, after.slice(0, 3));
  if (order < 0) return [range];
  if (order > 0 || after[3] < range.low) return [];
  const [, , , text, last] = after;
  return compareKeys(range.upper, [text, last]) <= 0 ? [range] : [{ ...range, upper: [text, last] }];
}

/** The highest `last` of an index whose `last` is text. */
export const highestText = above;
