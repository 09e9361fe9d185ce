import type { Schemas } from "../api.ts";
import { statisticsTexts as texts } from "../texts/statistics.ts";

/** Why posts were turned away, the commonest first; nothing where none was. */
export function Reasons({
  refused: { total, ...reasons },
}: {
  refused: Schemas["StatisticsFigures"]["refused"];
}) {
  if (total === 0) return null;
  const told = (Object.keys(texts.reasonNames) as (keyof typeof texts.reasonNames)[])
    .filter((reason) => reasons[reason] > 0)
    .toSorted((a, b) => reasons[b] - reasons[a]);
  return (
    <section aria-label={texts.reasons} className="bg-surface border-line grid gap-2 rounded-lg border p-4">
      <h2 className="text-sm font-semibold">{texts.reasons}</h2>
      <ul className="grid gap-1">
        {told.map((reason) => (
          <li key={reason} className="flex gap-3">
            <span className="w-12 text-end font-medium tabular-nums">{reasons[reason]}</span>
            {texts.reasonNames[reason]}
          </li>
        ))}
      </ul>
    </section>
  );
}
