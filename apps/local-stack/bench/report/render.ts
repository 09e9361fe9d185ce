import type { Figure, Target } from "./bench.ts";

/** The figures as one flat JSON object, for machines. */
export function asJson(figures: readonly Figure[]): string {
  const keyed = figures.flatMap(({ key, value }) => (key === null ? [] : [[key, value] as const]));
  return JSON.stringify(Object.fromEntries(keyed));
}

/** The figures as aligned lines, for people. */
export function asTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ label, value, target }) => [
    label,
    value.toLocaleString("en"),
    target === undefined ? "" : wanted(target),
    target === undefined ? "" : verdict(value, target),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(([label = "", value = "", target = "", says = ""]) =>
      `${label.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${target.padEnd(widths[2] ?? 0)}  ${says}`.trimEnd(),
    )
    .join("\n");
}

const wanted = ({ bound, must, aim }: Target) =>
  aim === undefined ? `${bound} ${must}` : `${bound} ${must}, aim ${aim}`;

/** How a value stands to its target. */
export function verdict(value: number, { bound, must, aim }: Target): "aim reached" | "ok" | "MISSED" {
  const reaches = (wall: number) => (bound === "at most" ? value <= wall : value >= wall);
  if (!reaches(must)) return "MISSED";
  return aim !== undefined && reaches(aim) ? "aim reached" : "ok";
}
