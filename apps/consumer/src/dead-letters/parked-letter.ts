import type { NewDeadLetter } from "@leadrelay/contracts/dead-letter";

/** A letter in KV under `dead_letter:…`, on its way to the lead database it belongs to. */
export interface ParkedLetter {
  /** Binding name. */
  database: string;
  letter: NewDeadLetter;
}
