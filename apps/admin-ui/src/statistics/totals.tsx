import type { ReactNode } from "react";
import type { Schemas } from "../api.ts";
import { span } from "../format/time.ts";
import { shared } from "../texts/shared.ts";
import { statisticsTexts as texts } from "../texts/statistics.ts";
import { percent } from "./group-table.tsx";

/** The whole period in a row of figures. */
export function Totals({ totals }: { totals: Schemas["StatisticsFigures"] }) {
  const { submissions, refused, deliveries } = totals;
  const { latency_p50_ms: half, latency_p95_ms: most } = deliveries;
  return (
    <section
      aria-label={texts.totals}
      className="border-line bg-surface grid grid-cols-2 gap-x-4 gap-y-3 rounded-lg border p-4 lg:grid-cols-5"
    >
      <Figure title={texts.outcomes.new_lead} value={submissions.new_lead}>
        {texts.came.help(submissions.total)}
      </Figure>
      <Figure title={texts.refused} value={refused.total}>
        {null}
      </Figure>
      <Figure title={texts.delivery.delivered} value={deliveries.delivered}>
        {deliveries.mended === 0 ? null : texts.success.of(deliveries.mended)}
      </Figure>
      <Figure title={texts.success.title} value={percent(deliveries.success_rate)}>
        {deliveries.success_rate === null ? texts.success.none : null}
      </Figure>
      <Figure title={texts.speed.title} value={half === null ? shared.none : span(half)}>
        {most === null ? texts.speed.none : `${texts.speed.most} ${span(most)}`}
      </Figure>
    </section>
  );
}

const Figure = ({ title, value, children }: { title: string; value: ReactNode; children: ReactNode }) => (
  <div className="grid content-start gap-0.5">
    <span className="text-soft text-xs font-medium">{title}</span>
    <span className="text-xl font-semibold tabular-nums">{value}</span>
    <span className="text-soft text-xs">{children}</span>
  </div>
);
