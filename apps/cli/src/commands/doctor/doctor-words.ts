import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Format, Paint } from "../../output/paint.ts";
import type { Check } from "./check.ts";

const marks: Record<Check["state"], { mark: string; format: Format; rank: number }> = {
  problem: { mark: "PROBLEM", format: "red", rank: 0 },
  warning: { mark: "warning", format: "yellow", rank: 1 },
  ok: { mark: "ok", format: "green", rank: 2 },
};

/** A line for each check, the worst first; what to do stands below what is not well. Ends with a line feed. */
export function doctorWords(
  checks: readonly Check[],
  covers: components["schemas"]["Health"]["covers"] | null,
  { outside }: Cli,
  paint: Paint,
): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks
    .toSorted((a, b) => marks[a.state].rank - marks[b.state].rank)
    .flatMap(({ name, state, message, what_to_do, since }) => {
      const { mark, format } = marks[state];
      const from = since === null || state === "ok" ? "" : ` Since ${localTime(since, outside)}.`;
      const line = `${paint(format, mark.padEnd(7))}  ${name.padEnd(width)}  ${message}${from}`;
      return what_to_do === null
        ? [line]
        : [line, `${" ".repeat(width + 11)}${paint("bold", "→")} ${what_to_do}`];
    });
  const scope =
    covers === "clients" ? ["", "As far as your clients go; the installation's owners see more."] : [];
  return `${[...lines, ...scope].join("\n")}\n`;
}
