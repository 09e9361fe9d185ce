import { statisticsTexts as texts } from "../texts/statistics.ts";
import { Choice } from "../ui/choice.tsx";
import { lastDays } from "./use-statistics.ts";

type By = keyof typeof texts.groups;
const groups = Object.entries(texts.groups) as [By, string][];
const periods = Object.entries(texts.periods) as [keyof typeof texts.periods, string][];

/** Which days are looked at, and by what. */
export function StatisticsFilters({
  from,
  to,
  by,
  form,
  forms,
  onChange,
}: {
  from: string;
  to: string;
  by: By;
  form: string | undefined;
  forms: readonly { id: string; name: string }[];
  onChange: (changed: {
    from?: string | undefined;
    to?: string | undefined;
    by?: By | undefined;
    form?: string | undefined;
  }) => void;
}) {
  const period = periods.find(([days]) => {
    const last = lastDays(Number(days));
    return last.from === from && last.to === to;
  })?.[0];
  const isOrigin = by === "source" || by === "campaign";
  return (
    <>
      <Choice
        label={texts.period}
        value={period}
        words={periods}
        onChange={(days) =>
          onChange(days === undefined ? { from: undefined, to: undefined } : lastDays(Number(days)))
        }
      />
      <DayField label={texts.from} value={from} most={to} onChange={(day) => onChange({ from: day, to })} />
      <DayField
        label={texts.to}
        value={to}
        most={lastDays(1).to}
        onChange={(day) => onChange({ from, to: day })}
      />
      <Choice label={texts.by} value={by} words={groups} onChange={(word) => onChange({ by: word })} />
      {isOrigin ? null : (
        <Choice
          label={texts.form}
          value={form}
          words={forms.map(({ id, name }) => [id, name])}
          onChange={(id) => onChange({ form: id })}
        />
      )}
    </>
  );
}

const DayField = ({
  label,
  value,
  most,
  onChange,
}: {
  label: string;
  value: string;
  most: string;
  onChange: (day: string) => void;
}) => (
  <label className="bg-raised border-line flex h-8 items-center gap-1.5 rounded-md border px-3">
    <span className="text-soft">{label}</span>
    <input
      type="date"
      className="h-7 bg-transparent font-medium"
      value={value}
      max={most}
      onChange={({ target }) => target.value !== "" && onChange(target.value)}
    />
  </label>
);
