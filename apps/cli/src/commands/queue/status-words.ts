import type { components } from "@leadrelay/client/schema.gen";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-table.ts";
import type { Waiting } from "./count-waiting.ts";

type Figures = components["schemas"]["StatisticsFigures"];

interface Status extends Figures {
  date: string;
  waiting: readonly Waiting[];
  open_dead_letters: { total: number };
}

/** Today in a few lines. */
export function statusWords(
  { date, submissions, deliveries, waiting, open_dead_letters }: Status,
  paint: Paint,
): string {
  const letters = open_dead_letters.total;
  return renderDetails(
    [
      ["Day (UTC)", date],
      ["Came in", cameIn(submissions)],
      ["Arrived", deliveries.delivered],
      ["Died", deliveries.dead === 0 ? 0 : paint("red", String(deliveries.dead))],
      ["Half within", seconds(deliveries.latency_p50_ms)],
      ["95 % within", seconds(deliveries.latency_p95_ms)],
      ...waiting.map(
        ({ status, count, or_more }) => [names[status], `${count}${or_more ? " or more" : ""}`] as const,
      ),
      [
        "Dead letters",
        letters === 0 ? "none open" : `${paint("red", `${letters} open`)}: leadrelay dlq causes`,
      ],
    ],
    paint,
  );
}

const names = { pending: "Waiting", in_flight: "Under way", held: "Held" } as const;

function cameIn({ total, ...outcomes }: Figures["submissions"]): string {
  const parts = Object.entries(outcomes)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome.replace("_", " ")}`);
  return parts.length === 0 ? String(total) : `${total}: ${parts.join(", ")}`;
}

const seconds = (ms: number | null) => (ms === null ? undefined : `${(ms / 1_000).toFixed(1)} s`);
