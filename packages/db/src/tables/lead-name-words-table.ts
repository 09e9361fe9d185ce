import type { Flag } from "./flag.ts";

/** Words of a lead's names, to search by. */
export interface LeadNameWordsTable {
  client_id: string;
  is_test: Flag;
  word: string;
  lead_id: number;
}
