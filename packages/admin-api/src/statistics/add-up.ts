import { honeypotReasons, refusalReasons, type IntakeReason } from "@leadrelay/contracts/intake-counts";
import { percentile, type BucketCount } from "@leadrelay/core/statistics/latency-buckets";
import type { DailyCount } from "@leadrelay/db/statistics/daily-statistics";
import type { IntakeStatistic } from "@leadrelay/db/statistics/intake-statistics";
import type { Figures } from "./statistics-schema.ts";

/** What was counted, of any place, day or database. */
export interface Counts {
  counts: readonly Pick<DailyCount, "counter" | "value" | "mended">[];
  buckets: readonly BucketCount[];
  intake: readonly Pick<IntakeStatistic, "reason" | "value">[];
}

/** Counts put together as figures. */
export function addUp({ counts, buckets, intake }: Counts): Figures {
  const of = (counter: DailyCount["counter"]) =>
    counts.reduce((sum, one) => sum + (one.counter === counter ? one.value : 0), 0);
  const submissions = {
    new_lead: of("new_lead"),
    duplicate: of("duplicate"),
    reengaged: of("reengaged"),
    test: of("test"),
    blocked: of("blocked"),
  };
  const delivered = of("delivered");
  const dead = of("dead");
  return {
    submissions: {
      total: Object.values(submissions).reduce((sum, value) => sum + value, 0),
      ...submissions,
    },
    refused: { total: sumOf(intake, refusalReasons), ...byReason(intake, refusalReasons) },
    honeypot: { total: sumOf(intake, honeypotReasons), ...byMode(intake) },
    deliveries: {
      delivered,
      dead,
      mended: counts.reduce((sum, { mended }) => sum + mended, 0),
      success_rate: delivered + dead === 0 ? null : delivered / (delivered + dead),
      latency_p50_ms: rounded(percentile(buckets, 0.5)),
      latency_p95_ms: rounded(percentile(buckets, 0.95)),
    },
    outcomes: {
      confirmed: of("confirmed"),
      unconfirmed: of("unconfirmed"),
      contacted: of("contacted"),
      qualified: of("qualified"),
      won: of("won"),
      lost: of("lost"),
      returned: of("returned"),
    },
  };
}

const sumOf = (intake: Counts["intake"], reasons: readonly IntakeReason[]) =>
  intake.reduce((sum, { reason, value }) => sum + (reasons.includes(reason) ? value : 0), 0);

const byReason = <Reason extends IntakeReason>(intake: Counts["intake"], reasons: readonly Reason[]) =>
  Object.fromEntries(reasons.map((reason) => [reason, sumOf(intake, [reason])])) as Record<Reason, number>;

function byMode(intake: Counts["intake"]) {
  const of = byReason(intake, honeypotReasons);
  return {
    dropped: of.honeypot,
    quarantined: of.honeypot_quarantined,
    let_through: of.honeypot_let_through,
  };
}

const rounded = (ms: number | null) => (ms === null ? null : Math.round(ms));
