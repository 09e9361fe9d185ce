import type { Pending } from "../received/pending.ts";
import type { Settlement } from "../received/settlement.ts";
import { cornerBroken } from "./corner-broken.ts";
import type { Decided } from "./decide-pending.ts";
import type { GatheredFacts } from "./gather.ts";
import type { Intake } from "./intake.ts";
import { inTrouble } from "./trouble.ts";
import { tryCommit } from "./try-commit.ts";

/** Submissions that another consumer moved first, and what would have been written of them. */
export interface Conflict {
  pending: readonly Pending[];
  decided: Decided;
}

/** Commits submissions together, or all of them that no broken row among them keeps from it. Never throws. */
export async function commitOrCorner(
  pending: readonly Pending[],
  read: GatheredFacts,
  intake: Intake,
): Promise<{ settled: Settlement[]; conflict: Conflict | null }> {
  if (pending.length === 0) return { settled: [], conflict: null };
  const tried = await tryCommit(pending, read, intake);
  if (tried.kind === "committed") return { settled: tried.settlements, conflict: null };
  const { trouble, decided } = tried;
  if (trouble.kind === "conflicted" && decided !== null)
    return { settled: [], conflict: { pending, decided } };
  if (trouble.kind !== "broken" || pending.length === 1)
    return { settled: inTrouble(pending, trouble), conflict: null };
  return { settled: await cornerBroken(pending, read, intake), conflict: null };
}
