import type { SearchKey } from "@leadrelay/core/search/search-ranges";
import type { LeadsTable } from "../tables/leads-table.ts";
import { toLead, type Lead } from "./lead.ts";

/** A lead and where the search found it. A lead may be found in several places. */
export interface FoundLead {
  key: SearchKey;
  lead: Lead;
  /** Which of the other words looked for it stands under, whole; none of a search by one. */
  words: string[];
}

export interface FoundRow {
  found_rank: number;
  found_live: number;
  found_text: string;
  found_last: string | number;
  found_words?: string;
}

export const toFound = ({
  found_rank,
  found_live,
  found_text,
  found_last,
  found_words = "[]",
  ...row
}: FoundRow & LeadsTable): FoundLead => ({
  key: [found_rank, row.client_id, found_live, found_text, found_last],
  lead: toLead(row),
  words: JSON.parse(found_words) as string[],
});
