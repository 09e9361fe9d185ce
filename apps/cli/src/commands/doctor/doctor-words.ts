import type { components } from "@leadrelay/client/schema.gen";
import { byBadness, type HealthCheck } from "@leadrelay/contracts/health-check";
import type { Cli } from "../../cli.ts";
import { hang } from "../../output/hang.ts";
import { localTime } from "../../output/local-time.ts";
import { needLines } from "../today/need-lines.ts";
import type { Format, Paint } from "../../output/paint.ts";

const marks: Record<HealthCheck["state"], { mark: string; format: Format }> = {
  problem: { mark: "PROBLEM", format: "red" },
  warning: { mark: "warning", format: "yellow" },
  ok: { mark: "ok", format: "green" },
};

/** A line for each check, the worst first; what to do stands below what is not well; what needs a person follows, as home shows it. Ends with a line feed. */
export function doctorWords(
  {
    checks,
    needs,
    covers,
  }: {
    checks: readonly HealthCheck[];
    needs: readonly components["schemas"]["Need"][] | null;
    covers: components["schemas"]["Health"]["covers"] | null;
  },
  cli: Cli,
  paint: Paint,
): string {
  const { outside } = cli;
  const width = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks.toSorted(byBadness).flatMap(({ name, state, message, what_to_do, since }) => {
    const { mark, format } = marks[state];
    const from = since === null || state === "ok" ? "" : ` Since ${localTime(since, outside)}.`;
    const line = hang(
      `${paint(format, mark.padEnd(7))}  ${name.padEnd(width)}  `,
      `${message}${from}`,
      paint,
    );
    return what_to_do === null
      ? [line]
      : [line, hang(`${" ".repeat(9)}${paint("bold", "→")} `, what_to_do, paint)];
  });
  const scope =
    covers === "clients"
      ? ["", hang("", "As far as your clients go; the installation's owners see more.", paint)]
      : [];
  const wanted =
    needs === null ? [] : ["", paint("bold", "What needs a person"), ...needLines(needs, cli, paint)];
  return `${[...lines, ...wanted, ...scope].join("\n")}\n`;
}
