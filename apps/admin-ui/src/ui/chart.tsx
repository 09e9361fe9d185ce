import { lazy, Suspense } from "react";
import { shared } from "../texts/shared.ts";
import { CsvButton } from "./csv-button.tsx";
import type { Series } from "./chart-series.ts";

const Drawing = lazy(async () => ({ default: (await import("./chart-drawing.tsx")).ChartDrawing }));

const dashes = ["", "4 3", "1 3", "8 3 2 3"] as const;
const inks = {
  good: "text-good",
  bad: "text-bad",
  warn: "text-warn",
  brand: "text-brand",
  calm: "text-soft",
} as const;

/**
 * Numbers by day as lines, told apart by colour and by dashes, with their table and their CSV. The drawing comes late and says nothing to a screen
 * reader: the table does, and opens by keyboard.
 */
export function Chart({
  title,
  file,
  dates,
  series,
  say = String,
}: {
  title: string;
  /** Of the CSV's file. */
  file: string;
  /** UTC days, `2026-11-21`. */
  dates: readonly string[];
  series: readonly Series[];
  /** How a number is told in the table and beside the axis. */
  say?: (value: number) => string;
}) {
  const rows = [
    [shared.day, ...series.map(({ label }) => label)],
    ...dates.map((date, index) => [date, ...series.map(({ values }) => values[index] ?? null)]),
  ];
  return (
    <section
      aria-label={title}
      className="bg-surface border-line grid content-start gap-2 rounded-lg border p-4"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 className="text-sm font-semibold">{title}</h2>
        <ul className="text-soft flex flex-wrap gap-x-3 text-xs">
          {series.map(({ label, look }, index) => (
            <li key={label} className="flex items-center gap-1.5">
              <svg aria-hidden width="18" height="4" className={inks[look]}>
                <line
                  x1="0"
                  y1="2"
                  x2="18"
                  y2="2"
                  stroke="currentColor"
                  strokeWidth="2"
                  strokeDasharray={dashes[index % dashes.length]}
                />
              </svg>
              {label}
            </li>
          ))}
        </ul>
        <div className="ms-auto">
          <CsvButton name={file} what={title} rows={rows} />
        </div>
      </div>
      <div aria-hidden className="h-52">
        <Suspense fallback={<div className="bg-calm-tint h-full animate-pulse rounded" />}>
          <Drawing dates={dates} series={series} dashes={dashes} say={say} />
        </Suspense>
      </div>
      <details>
        <summary className="text-soft hover:text-ink cursor-pointer text-xs">{shared.asTable}</summary>
        <div tabIndex={0} role="group" aria-label={title} className="mt-2 max-h-72 overflow-auto">
          <table className="w-full border-collapse text-end tabular-nums">
            <thead>
              <tr className="border-line border-b">
                {[shared.day, ...series.map(({ label }) => label)].map((label, index) => (
                  <th
                    key={label}
                    scope="col"
                    className={`text-soft px-2 py-1 text-xs font-medium ${index === 0 ? "text-start" : ""}`}
                  >
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {dates.map((date, index) => (
                <tr key={date} className="border-line border-b">
                  <th scope="row" className="px-2 py-1 text-start font-normal whitespace-nowrap">
                    {date}
                  </th>
                  {series.map(({ label, values }) => (
                    <td key={label} className="px-2 py-1">
                      {values[index] == null ? shared.none : say(values[index])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
