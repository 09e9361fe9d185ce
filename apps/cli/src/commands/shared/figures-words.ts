import type { components } from "@leadrelay/client/schema.gen";
import type { Paint } from "../../output/paint.ts";

type Figures = components["schemas"]["StatisticsFigures"];
type Detail = readonly [name: string, value: string | number | undefined];

/** What came in and what arrived, a line a fact. */
export const figuresWords = (
  { submissions, refused, honeypot, deliveries, outcomes }: Figures,
  paint: Paint,
): Detail[] => [
  ["Came in", inParts(submissions)],
  ["Refused", refused.total === 0 ? undefined : inParts(refused)],
  ["Honeypot", honeypot.total === 0 ? undefined : inParts(honeypot)],
  [
    "Arrived",
    deliveries.mended > 0
      ? `${deliveries.delivered}, of them ${deliveries.mended} that had died and were replayed`
      : deliveries.delivered,
  ],
  ["Died", deliveries.dead === 0 ? 0 : paint("red", String(deliveries.dead))],
  ["Outcomes", partsOf(outcomes) || undefined],
  ["Half within", seconds(deliveries.latency_p50_ms) ?? undefined],
  ["95 % within", seconds(deliveries.latency_p95_ms) ?? undefined],
];

/** How many dead letters are open, and where they are explained. @param died how many deliveries did, in the period told */
export const openLetters = (count: number, died: number, paint: Paint): Detail => {
  const open = count === 0 ? "none open" : `${paint("red", `${count} open`)}: leadrelay dlq causes`;
  const given = "What died and was given up since stays counted above.";
  return ["Dead letters", count < died ? `${open}\n${given}` : open];
};

/** `0.9 s`; null stays null. */
export const seconds = (ms: number | null): string | null =>
  ms === null ? null : `${(ms / 1_000).toFixed(1)} s`;

function inParts({ total, ...counts }: { total: number } & Record<string, number>): string {
  const parts = partsOf(counts);
  return parts === "" ? String(total) : `${total}: ${parts}`;
}

/** `2 won, 1 lost`; "" where there is nothing. */
const partsOf = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name.replaceAll("_", " ")}`)
    .join(", ");
