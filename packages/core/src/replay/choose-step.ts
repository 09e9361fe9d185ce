import type { Judged } from "./judge-candidate.ts";

/**
 * The candidates one step takes: from the first on, until a destination has no room for the next, or messages become too many.
 * In order without gaps, so that one cursor tells how far a replay is. The first is always taken.
 * @param roomAt how many sends a destination takes in this step, at least one
 */
export function chooseStep<Candidate extends { destination_id: string | null }>(
  judged: readonly Judged<Candidate>[],
  roomAt: (destinationId: string) => number,
  mostMessages: number,
): Judged<Candidate>[] {
  const sends = new Map<string, number>();
  let messages = 0;
  const end = judged.findIndex(({ candidate: { destination_id }, verdict }) => {
    if (verdict.kind === "enqueue") return (messages += 1) > mostMessages;
    if (verdict.kind === "skip" || destination_id === null) return false;
    const count = (sends.get(destination_id) ?? 0) + 1;
    sends.set(destination_id, count);
    return count > roomAt(destination_id);
  });
  return judged.slice(0, end === -1 ? judged.length : end);
}
