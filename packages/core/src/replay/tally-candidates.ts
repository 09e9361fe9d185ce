import type { ReplaySkips } from "@leadrelay/contracts/replay";
import type { Judged } from "./judge-candidate.ts";

/** What a replay found so far. Times in ms. */
export interface ReplayTally {
  /** Sends by destination. */
  sends: ReadonlyMap<string, number>;
  messages: number;
  /** Of what would be sent. */
  oldest: number | null;
  newest: number | null;
  skipped: ReplaySkips;
}

export const emptyTally: ReplayTally = {
  sends: new Map(),
  messages: 0,
  oldest: null,
  newest: null,
  skipped: {},
};

type Counted = Judged<{ destination_id: string | null; at: number }>;

/** Adds candidates to a tally. */
export function tallyCandidates(tally: ReplayTally, judged: readonly Counted[]): ReplayTally {
  const sends = new Map(tally.sends);
  const skipped = { ...tally.skipped };
  let { messages, oldest, newest } = tally;
  for (const { candidate, verdict } of judged) {
    if (verdict.kind === "skip") {
      skipped[verdict.reason] = (skipped[verdict.reason] ?? 0) + 1;
      continue;
    }
    oldest = Math.min(oldest ?? candidate.at, candidate.at);
    newest = Math.max(newest ?? candidate.at, candidate.at);
    if (verdict.kind === "enqueue") messages += 1;
    else if (candidate.destination_id !== null)
      sends.set(candidate.destination_id, (sends.get(candidate.destination_id) ?? 0) + 1);
  }
  return { sends, messages, oldest, newest, skipped };
}
