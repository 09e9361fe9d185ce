import { countEnds } from "./count-ends.ts";
import type { End } from "./end-of.ts";
import type { Evidence } from "./evidence.ts";
import { judgePeople, judgeSends } from "./judge-sends.ts";

const shown = 3;

export interface Rules {
  /** How often everything, or a worker with deliveries in its hands, was killed. */
  crashes: number;
  /** Other ends than "delivered" that are right after this fault. */
  ends: readonly End[];
}

/** What became of the leads of one fault; each acknowledged one counts once in `delivered` to `lost`. */
export interface Judgement {
  acknowledged: number;
  stored: number;
  delivered: number;
  /** Stored, and rightly not sent: the same person's other post was. */
  duplicates: number;
  /** Pending, in flight or held. */
  waiting: number;
  letters: number;
  /** Cancelled, or kept, because what they were to go to was deleted. */
  cancelled: number;
  lost: number;
  /** Sends of a delivery that the receiver had taken before. */
  extra: number;
  /** What does not hold, with some of the ids; empty when all does. */
  problems: string[];
}

/**
 * Holds what both ends say against the invariant of all faults, id by id: every acknowledged submission is in D1 exactly once, and its
 * delivery is delivered, visibly pending or held, or an open letter; what arrives twice is as little as crashes explain.
 */
export function judge(evidence: Evidence, rules: Rules): Judgement {
  const findings = new Map<string, string[]>();
  const find = (what: string, id: string) => {
    const ids = findings.get(what);
    if (ids === undefined) findings.set(what, [id]);
    else ids.push(id);
  };
  const ends = countEnds(evidence, rules.ends, find);
  const extra = judgeSends(evidence, rules.crashes, find);
  judgePeople(evidence, find);
  return {
    acknowledged: evidence.acknowledged.length,
    stored: ends.stored,
    delivered: ends.delivered ?? 0,
    duplicates: ends.duplicate ?? 0,
    waiting: (ends.waiting ?? 0) + (ends.held ?? 0),
    letters: ends.letter ?? 0,
    cancelled: (ends.cancelled ?? 0) + (ends.kept ?? 0),
    lost: ends.lost ?? 0,
    extra,
    problems: [...findings].map(([what, ids]) => `${what}: ${ids.length} (${someOf(ids)})`),
  };
}

const someOf = (ids: readonly string[]) =>
  [...ids.slice(0, shown), ...(ids.length > shown ? ["…"] : [])].join(", ");
