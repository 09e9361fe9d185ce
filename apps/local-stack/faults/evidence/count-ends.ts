import { endOf, gravest, type End } from "./end-of.ts";
import type { Evidence } from "./evidence.ts";
import { isTaken, type Find } from "./judge-sends.ts";

/** Where the acknowledged leads are: each once, and `stored` those of them that D1 has a row of. */
export type Ends = Partial<Record<End | "duplicate" | "lost", number>> & { stored: number };

/** Looks for every acknowledged lead, id by id; those left in an end that is not `allowed` are noted. */
export function countEnds(evidence: Evidence, allowed: readonly End[], find: Find): Ends {
  const rows = Map.groupBy(evidence.submissions, ({ id }) => id);
  const deliveries = Map.groupBy(evidence.deliveries, ({ submissionId }) => submissionId);
  const received = new Set(evidence.sends.filter(isTaken).map(({ deliveryId }) => deliveryId));
  const letters = new Set(evidence.letters);
  const told = new Set(
    evidence.deliveries.filter((each) => endOf(each) !== "lost").map(({ leadId }) => leadId),
  );
  const rightly = new Set<string>(["delivered", "duplicate", ...allowed]);
  const ends: Ends = { stored: 0 };
  const seen = new Set<string>();
  for (const id of evidence.acknowledged) {
    if (seen.has(id)) find("acknowledged for two posts", id);
    seen.add(id);
    const times = rows.get(id)?.length ?? 0;
    if (times > 1) find("stored twice", id);
    if (times > 0) ends.stored += 1;
    const end = whereIs(id);
    ends[end] = (ends[end] ?? 0) + 1;
    if (end === "lost") find("acknowledged and lost", id);
    else if (!rightly.has(end)) find(`left ${end}`, id);
  }
  return ends;

  function whereIs(id: string): End | "duplicate" | "lost" {
    const [row] = rows.get(id) ?? [];
    if (row === undefined) return letters.has(id) ? "letter" : "lost";
    const own = deliveries.get(id) ?? [];
    // Rightly not sent, if its person was told of by another post.
    if (own.length === 0 && row.outcome === "duplicate" && told.has(row.leadId)) return "duplicate";
    if (own.length === 0) return evidence.destinations === 0 ? "kept" : "lost";
    const untrue = own.filter((each) => endOf(each) === "delivered" && !received.has(each.id));
    for (const each of untrue) find("delivered by D1's word, and the receiver has it not", each.id);
    return untrue.length > 0 ? "lost" : gravest(own.map(endOf));
  }
}
