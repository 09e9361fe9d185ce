import type { ContinuedTask } from "@leadrelay/contracts/sweep-continuation";
import type { Swept } from "@leadrelay/core/sweeps/next-continuation";
import type { Dependencies } from "../dependencies.ts";
import type { Budget } from "./budget.ts";
import { moveParkedLetters } from "./dead-letters/move-parked-letters.ts";
import { replayStorageLetters } from "./dead-letters/replay-storage-letters.ts";
import { recoverSpill } from "./spill/recover-spill.ts";

/** Moves what it finds behind `from`, as far as the budget goes. */
type ContinuedSweep = (dependencies: Dependencies, budget: Budget, from: string) => Promise<Swept>;

/** The sweeps that may leave more behind than one invocation can move. */
export const continuedSweeps: Readonly<Record<ContinuedTask, ContinuedSweep>> = {
  spill: recoverSpill,
  "parked dead letters": moveParkedLetters,
  "storage letters": replayStorageLetters,
};
