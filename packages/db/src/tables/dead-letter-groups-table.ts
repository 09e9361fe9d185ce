import type { DeadLetterKind } from "@leadrelay/contracts/dead-letter";

/** Letters by cause; triggers alone write it. '' or status 0: no client, destination or answer is known. Times in ms. */
export interface DeadLetterGroupsTable {
  client_id: string;
  destination_id: string;
  kind: DeadLetterKind;
  cause: string;
  status_code: number;
  /** '' for letters of before there were fingerprints. */
  fingerprint: string;
  open_count: number;
  /** Letters of every state. */
  total: number;
  /** The earliest and latest failure of any letter that was ever in the group. */
  first_failed_at: number;
  last_failed_at: number;
  /** The letter that came in, or opened anew, last; it may be settled. */
  sample_letter_id: string;
  /** null also where that letter was erased. */
  sample_error: string | null;
}
