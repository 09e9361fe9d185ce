import { useEffect, useRef } from "react";
import UPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Series } from "./chart-series.ts";

const inks: Readonly<Record<Series["look"], string>> = {
  good: "--good",
  bad: "--bad",
  warn: "--warn",
  brand: "--brand",
  calm: "--soft",
};

/** Of more days each has its point no longer. */
const mostPoints = 31;

/** Between lines of an axis: what is counted has no halves. */
const steps = Array.from({ length: 10 }, (_, zeros) => [1, 2, 5].map((digit) => digit * 10 ** zeros)).flat();

interface Drawn {
  dates: readonly string[];
  series: readonly Series[];
  /** Of each line in turn, as SVG writes them. */
  dashes: readonly string[];
  say: (value: number) => string;
}

/** The lines of a chart on a canvas, in the theme's colours and as wide as there is room. */
export function ChartDrawing({ dates, series, dashes, say }: Drawn) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let plot: UPlot | undefined;
    const draw = () => {
      plot?.destroy();
      plot = new UPlot(
        optionsOf({ series, dashes, say }, element),
        [
          dates.map((date) => Date.parse(date) / 1_000),
          ...series.map(({ values }) => dates.map((_, index) => values[index] ?? null)),
        ],
        element,
      );
    };
    draw();
    const sizes = new ResizeObserver(() =>
      plot?.setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    const themes = new MutationObserver(draw);
    sizes.observe(element);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    return () => {
      sizes.disconnect();
      themes.disconnect();
      plot?.destroy();
    };
  }, [dates, series, dashes, say]);
  return <div ref={place} className="h-full w-full min-w-0 overflow-hidden" />;
}

function optionsOf(
  { series, dashes, say }: Omit<Drawn, "dates">,
  { clientWidth: width, clientHeight: height }: HTMLElement,
): UPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const ink = (name: string) => style.getPropertyValue(name).trim();
  const axis = {
    stroke: ink("--soft"),
    font: "11px Inter Variable, sans-serif",
    grid: { stroke: ink("--line"), width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height,
    tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1_000), "UTC"),
    legend: { show: false },
    cursor: { y: false, points: { size: 6 } },
    scales: { y: { range: (_plot, _least, most) => [0, Math.max(1, most * 1.1)] } },
    axes: [
      { ...axis, size: 28, grid: { show: false }, values: (_plot, times) => times.map(sayDay) },
      {
        ...axis,
        size: 56,
        incrs: steps,
        values: (_plot, values) => values.map((value) => (value === null ? "" : say(value))),
      },
    ],
    series: [
      {},
      ...series.map(({ label, look, values }, index): UPlot.Series => {
        const dash = dashes[index % dashes.length] ?? "";
        return {
          label,
          stroke: ink(inks[look]),
          width: 2,
          // A day between two without any would be no line.
          points: { show: values.length <= mostPoints, size: 4 },
          ...(dash === "" ? {} : { dash: dash.split(" ").map(Number) }),
        };
      }),
    ],
  };
}

const sayDay = (seconds: number) =>
  new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", timeZone: "UTC" }).format(
    seconds * 1_000,
  );
