import type { Schemas } from "../api.ts";

type Rule = Schemas["UnsentSubmission"]["rule"];

/** What is known of a rule from a sample: how many it keeps back now, and how many of its were sent on purpose. */
export interface RuleFigures {
  rule: Rule;
  kept: number;
  released: number;
  /** Of those that it kept back, the share that was sent after all, 0 to 1; null where no release is known. */
  errorRate: number | null;
}

/**
 * Counts by rule what stands unsent and what the last releases sent, most first. A rule of which many are sent on purpose keeps back what
 * it should not. @param unsent a sample, the newest @param releases the last replays, of any kind @param client whose alone is counted; a release of several
 * does not say how many were whose
 */
export function ruleFigures(
  unsent: readonly Pick<Schemas["UnsentSubmission"], "rule">[],
  releases: readonly {
    state: Schemas["Replay"]["state"];
    filter: Pick<Schemas["Replay"]["filter"], "client_ids">;
    summary: Pick<Schemas["Replay"]["summary"], "release">;
  }[],
  client?: string,
): RuleFigures[] {
  const kept = countBy(unsent.map(({ rule }) => ({ rule, count: 1 })));
  const isAsked = ({ client_ids = [] }: { client_ids?: readonly string[] | undefined }) =>
    client === undefined || (client_ids.length === 1 && client_ids[0] === client);
  const applied = releases.filter(
    ({ state, filter }) => (state === "running" || state === "done") && isAsked(filter),
  );
  const released = countBy(applied.flatMap(({ summary }) => summary.release?.rules ?? []));
  return [...new Set([...kept.keys(), ...released.keys()])]
    .map((rule) => {
      const [still, gone] = [kept.get(rule) ?? 0, released.get(rule) ?? 0];
      return { rule, kept: still, released: gone, errorRate: gone === 0 ? null : gone / (still + gone) };
    })
    .toSorted((a, b) => b.kept - a.kept || b.released - a.released);
}

function countBy(counts: readonly { rule: Rule; count: number }[]): Map<Rule, number> {
  const sums = new Map<Rule, number>();
  for (const { rule, count } of counts) sums.set(rule, (sums.get(rule) ?? 0) + count);
  return sums;
}
