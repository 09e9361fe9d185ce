import { percentile, type BucketCount } from "@leadrelay/core/statistics/latency-buckets";
import type { DailyCount } from "@leadrelay/db/statistics/daily-statistics";
import type { Figures } from "./statistics-schema.ts";

/** What was counted, of any place, day or database. */
export interface Counts {
  counts: readonly Pick<DailyCount, "counter" | "value">[];
  buckets: readonly BucketCount[];
}

/** Counts put together as figures. */
export function addUp({ counts, buckets }: Counts): Figures {
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
    deliveries: {
      delivered,
      dead,
      success_rate: delivered + dead === 0 ? null : delivered / (delivered + dead),
      latency_p50_ms: rounded(percentile(buckets, 0.5)),
      latency_p95_ms: rounded(percentile(buckets, 0.95)),
    },
  };
}

const rounded = (ms: number | null) => (ms === null ? null : Math.round(ms));
