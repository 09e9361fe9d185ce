import type { JournalRpc } from "../journal/journal-rpc.ts";
import type { RateLimits } from "./rate-limits.ts";

/** What the local stack adds to a Worker's bindings. */
export interface LocalEnv {
  /** Asks the stack's own process; `/ready` answers 200 once migrations, seed and the first sweep are done. */
  LOCAL_STACK: Fetcher;
  /** Whoever names it has the Worker finish what it has in hand and take nothing more. */
  LOCAL_STOP_KEY: string;
  /** "true" opens the test controls. */
  LOCAL_FAULTS: string;
  /** The wrangler file's limiters, played in memory. */
  LOCAL_RATE_LIMITS?: RateLimits;
  JOURNAL?: JournalRpc;
  [binding: string]: unknown;
}
