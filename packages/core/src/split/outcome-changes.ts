import type { SubmissionOutcome } from "@leadrelay/contracts/submission-outcome";
import type { SubmissionCount } from "../statistics/count-commit.ts";
import { dayOf } from "../statistics/day-of.ts";
import { halfHourOf } from "../statistics/half-hour-of.ts";
import type { SplitSubmission } from "./split-facts.ts";

/** One more of an outcome, or one fewer. */
export type OutcomeChange = SubmissionCount & { value: 1 | -1 };

/** What statistics count of submissions that are decided anew, each on the day it came in. */
export function outcomeChanges(
  going: readonly SplitSubmission[],
  anew: readonly { public_id: string; outcome: SubmissionOutcome }[],
  client_id: string,
): OutcomeChange[] {
  const outcomes = new Map(anew.map(({ public_id, outcome }) => [public_id, outcome]));
  return going.flatMap(({ public_id, form_id, submitted_at, outcome: before }) => {
    const after = outcomes.get(public_id) ?? before;
    if (after === before) return [];
    const at = {
      client_id,
      day: dayOf(submitted_at),
      form_id,
      half_hour: halfHourOf(submitted_at),
      origin: null,
      at: submitted_at,
    };
    return [
      { ...at, outcome: before, value: -1 as const },
      { ...at, outcome: after, value: 1 as const },
    ];
  });
}
