import { useMemo } from "react";
import type { Schemas } from "../api.ts";
import { span } from "../format/time.ts";
import { statisticsTexts as texts } from "../texts/statistics.ts";
import { Chart } from "../ui/chart.tsx";
import type { Series } from "../ui/chart-series.ts";

type Figures = Schemas["StatisticsFigures"];

const hasAny = (series: readonly Series[]): boolean =>
  series.some(({ values }) => values.some((value) => value !== null && value > 0));

/** What came in, what became of it and how fast, day by day; what was told of leads since only where anything was. */
export function Charts({ counted, file }: { counted: Schemas["Statistics"]; file: string }) {
  const { days } = counted;
  const drawn = useMemo(() => {
    const of = (label: string, look: Series["look"], value: (day: Figures) => number | null): Series => ({
      label,
      look,
      values: days.map(value),
    });
    return {
      dates: days.map(({ date }) => date),
      came: [
        of(texts.outcomes.new_lead, "brand", ({ submissions }) => submissions.new_lead),
        of(texts.outcomes.duplicate, "calm", ({ submissions }) => submissions.duplicate),
        of(texts.outcomes.reengaged, "good", ({ submissions }) => submissions.reengaged),
        of(texts.refused, "bad", ({ refused }) => refused.total),
      ],
      delivery: [
        of(texts.delivery.delivered, "good", ({ deliveries }) => deliveries.delivered),
        of(texts.delivery.dead, "bad", ({ deliveries }) => deliveries.dead),
      ],
      told: [
        of(texts.told.contacted, "calm", ({ outcomes }) => outcomes.contacted),
        of(texts.told.qualified, "brand", ({ outcomes }) => outcomes.qualified),
        of(texts.told.won, "good", ({ outcomes }) => outcomes.won),
        of(texts.told.lost, "bad", ({ outcomes }) => outcomes.lost),
        of(texts.told.returned, "warn", ({ outcomes }) => outcomes.returned),
      ],
      confirmation: [
        of(texts.confirmation.confirmed, "good", ({ outcomes }) => outcomes.confirmed),
        of(texts.confirmation.unconfirmed, "warn", ({ outcomes }) => outcomes.unconfirmed),
      ],
      speed: [
        of(texts.speed.half, "brand", ({ deliveries }) => deliveries.latency_p50_ms),
        of(texts.speed.most, "warn", ({ deliveries }) => deliveries.latency_p95_ms),
      ],
    };
  }, [days]);
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <div className="min-w-0 lg:col-span-2">
        <Chart title={texts.came.title} file={`came-in-${file}`} dates={drawn.dates} series={drawn.came} />
      </div>
      <Chart
        title={texts.delivery.title}
        file={`deliveries-${file}`}
        dates={drawn.dates}
        series={drawn.delivery}
      />
      <Chart
        title={texts.speed.title}
        file={`speed-${file}`}
        dates={drawn.dates}
        series={drawn.speed}
        say={span}
      />
      {hasAny(drawn.told) ? (
        <Chart title={texts.told.title} file={`outcomes-${file}`} dates={drawn.dates} series={drawn.told} />
      ) : (
        <p className="text-soft text-xs lg:col-span-2">{texts.told.none}</p>
      )}
      {hasAny(drawn.confirmation) ? (
        <Chart
          title={texts.confirmation.title}
          file={`confirmations-${file}`}
          dates={drawn.dates}
          series={drawn.confirmation}
        />
      ) : null}
    </div>
  );
}
