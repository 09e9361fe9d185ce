import type { JournalRpc } from "../journal/journal-rpc.ts";

/** What the local stack adds to a Worker's bindings. */
export interface LocalEnv {
  /** Asks the stack's own process; `/ready` answers 200 once migrations, seed and the first sweep are done. */
  LOCAL_STACK: Fetcher;
  /** "true" opens the test controls. */
  LOCAL_FAULTS: string;
  JOURNAL?: JournalRpc;
  [binding: string]: unknown;
}
