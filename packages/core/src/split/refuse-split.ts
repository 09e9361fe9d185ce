import type { SplitSubmission } from "./split-facts.ts";

/** Why these submissions of a lead cannot become a lead of their own; null where they can. */
export function refuseSplit(
  submissions: readonly SplitSubmission[],
  chosen: ReadonlySet<string>,
): "all" | "first" | null {
  if (submissions.every(({ public_id }) => chosen.has(public_id))) return "all";
  const first = submissions.reduce((one, other) =>
    other.submission_number < one.submission_number ? other : one,
  );
  // What was sent of the lead is told of this one: the other half is split off instead.
  return chosen.has(first.public_id) ? "first" : null;
}
