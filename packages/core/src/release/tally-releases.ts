import type { ReplaySkipReason, ReplaySkips } from "@leadrelay/contracts/replay";
import type { UnsentRule } from "@leadrelay/contracts/unsent-rule";

/** What becomes of one submission that a release found: where it is sent, whether it goes through intake again, or why neither. */
export type ReleaseVerdict =
  | { kind: "send"; destinationIds: readonly string[] }
  | { kind: "enqueue" }
  | { kind: "skip"; reason: ReplaySkipReason };

interface Judged {
  rule: UnsentRule;
  submitted_at: number;
  verdict: ReleaseVerdict;
}

/** What a release would do. Times in ms. */
interface ReleaseTally {
  /** Sends by destination. */
  sends: ReadonlyMap<string, number>;
  messages: number;
  /** Submissions that are sent or go through intake again, by rule. */
  rules: ReadonlyMap<UnsentRule, number>;
  oldest: number | null;
  newest: number | null;
  skipped: ReplaySkips;
}

/** Counts what becomes of submissions. */
export function tallyReleases(judged: readonly Judged[]): ReleaseTally {
  const sends = new Map<string, number>();
  const rules = new Map<UnsentRule, number>();
  const skipped: ReplaySkips = {};
  let messages = 0;
  const times: number[] = [];
  for (const { rule, submitted_at, verdict } of judged) {
    if (verdict.kind === "skip") {
      skipped[verdict.reason] = (skipped[verdict.reason] ?? 0) + 1;
      continue;
    }
    times.push(submitted_at);
    rules.set(rule, (rules.get(rule) ?? 0) + 1);
    if (verdict.kind === "enqueue") messages += 1;
    else for (const id of verdict.destinationIds) sends.set(id, (sends.get(id) ?? 0) + 1);
  }
  const [oldest = null] = times.toSorted((a, b) => a - b);
  return { sends, messages, rules, oldest, newest: times.toSorted((a, b) => b - a)[0] ?? null, skipped };
}
