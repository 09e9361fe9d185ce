import { logEvent } from "@leadrelay/contracts/log-event";
import { isIdTaken } from "@leadrelay/db/intake/reserve-ids";
import { runBatch } from "@leadrelay/db/run-batch";
import { withRepeats } from "@leadrelay/db/with-repeats";
import type { Pending } from "../received/pending.ts";
import type { Settlement } from "../received/settlement.ts";
import { afterCommit } from "./after-commit.ts";
import { decidePending, type Decided } from "./decide-pending.ts";
import type { GatheredFacts } from "./gather.ts";
import type { Intake } from "./intake.ts";
import { troubleOf, type Trouble } from "./trouble.ts";

type Tried =
  | { kind: "committed"; settlements: Settlement[] }
  /** `decided` is what would have been written, where it came to that. */
  | { kind: "trouble"; trouble: Trouble; decided: Decided | null };

/** One try: decide by what was read, commit; then the first attempts, or a wake-up for them. Never throws. */
export async function tryCommit(
  pending: readonly Pending[],
  read: GatheredFacts,
  intake: Intake,
): Promise<Tried> {
  let decided: Decided | null = null;
  let asked = 0;
  try {
    const { statements } = (decided = decidePending(pending, read, intake));
    // A commit that did happen answers its repeat as a conflict, and the next reading finds it.
    await withRepeats(() => {
      asked += 1;
      return runBatch(intake.d1, statements);
    }, intake.dependencies);
  } catch (error) {
    if (isIdTaken(error)) forgetIds(intake);
    // D1 may have made a commit that it did not answer: its ids are nobody else's.
    if (asked > 1) intake.ids = null;
    const trouble = troubleOf(error, decided !== null && decided.statements.length > 0);
    const event = trouble.kind === "conflicted" ? "commit.conflict" : "commit.failed";
    logEvent(event, { database: intake.database, submissions: pending.length, reason: trouble.kind });
    return { kind: "trouble", trouble, decided };
  }
  await afterCommit(decided, read, intake);
  return { kind: "committed", settlements: pending.map((each) => ({ kind: "committed", pending: each })) };
}

/** The database was set back since they were reserved. */
function forgetIds(intake: Intake): void {
  intake.dependencies.idStock(intake.database).discard();
  intake.ids = null;
}
