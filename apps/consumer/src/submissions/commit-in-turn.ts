import type { CommitPlan } from "@leadrelay/core/decide/commit-plan";
import { hasMoved } from "@leadrelay/core/decide/has-moved";
import type { Settlement } from "../received/settlement.ts";
import { afterCommit } from "./after-commit.ts";
import { commitOrCorner, type Conflict } from "./commit-or-corner.ts";
import { cornerBroken } from "./corner-broken.ts";
import { readAgain, readInTurn, type GatheredFacts } from "./gather.ts";
import type { Intake } from "./intake.ts";
import type { KnownFacts } from "./read-known.ts";
import { inTrouble, troubleOf } from "./trouble.ts";

/** A turn is long enough to read and to commit; who misses it asks for a longer one. */
const firstTurnMs = 40;
const mostTurns = 4;
/** Further ahead nobody is given a turn. */
const longestMs = 15_000;

/**
 * Settles submissions that another consumer moved first. Each takes a turn in D1, so that of any number of consumers with the same
 * people one commits after the other, and none conflicts again and again. Those whose own people did not move do not wait for it.
 * What conflicts in every turn comes back conflicted. Never throws.
 */
export async function commitInTurn(
  conflict: Conflict,
  gathered: GatheredFacts,
  intake: Intake,
): Promise<Settlement[]> {
  const { dependencies } = intake;
  const settled: Settlement[] = [];
  let { pending, decided } = conflict;
  let read = gathered;
  try {
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const hasNewIds = intake.ids === null;
      const turnMs = firstTurnMs * 2 ** turn;
      const now = await readInTurn(pending, read, { turnMs, longestMs }, intake);
      if (isStored(decided.plan, now.read)) {
        await afterCommit(decided, read, intake);
        return [...settled, ...pending.map((each): Settlement => ({ kind: "committed", pending: each }))];
      }
      const { moved = [], still = [] } = Object.groupBy(pending, (each) =>
        hasMoved(intake.submissionOf(each), read, now.read) ? "moved" : "still",
      );
      read = now.read;
      if (moved.length === 0 && !hasNewIds)
        return [...settled, ...(await cornerBroken(pending, read, intake))];
      const waitMs = now.beginsAt - dependencies.now();
      if (waitMs > 0) {
        const early = await commitOrCorner(still, read, intake);
        settled.push(...early.settled);
        pending = [...moved, ...(early.conflict?.pending ?? [])];
        await dependencies.wait(waitMs);
        read = await readAgain(pending, read, intake);
      }
      const outcome = await commitOrCorner(pending, read, intake);
      settled.push(...outcome.settled);
      if (outcome.conflict === null) return settled;
      ({ pending, decided } = outcome.conflict);
    }
    return [...settled, ...inTrouble(pending, { kind: "conflicted" })];
  } catch (error) {
    return [...settled, ...inTrouble(pending, troubleOf(error, true))];
  }
}

/** The conflict was with ourselves: D1 had made the commit it did not answer, for the rows have the ids only we had. */
const isStored = ({ submissions }: CommitPlan, { rows }: KnownFacts): boolean =>
  submissions.length > 0 && submissions.every(({ public_id, id }) => rows.get(public_id) === id);
