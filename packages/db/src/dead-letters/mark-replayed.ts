import type { PipelineScope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import { isAsSeen, seenLetters, type ReadLetter } from "./seen-letters.ts";
import { settleOpenLetters } from "./settle-open-letters.ts";

/** Settles letters whose message is back in the queue and has not failed again yet; `settledBy` is an operator's id or `system`. */
export function markReplayed(
  scope: PipelineScope,
  letters: readonly ReadLetter[],
  settledBy: string,
  nowMs: number,
): Statement<number> {
  return settleOpenLetters(
    scope,
    { state: "replayed", by: settledBy, reason: null, nowMs },
    { which: isAsSeen, from: seenLetters(letters) },
  );
}
