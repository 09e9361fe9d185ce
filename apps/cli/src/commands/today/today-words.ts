import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { seconds } from "../shared/figures-words.ts";
import { needLines } from "./need-lines.ts";

/** What needs a person, and below it how today goes. Ends with a line feed. */
export function todayWords(
  { needs, today, last_lead_at, open_dead_letters }: components["schemas"]["Home"],
  cli: Cli,
  paint: Paint,
): string {
  const figures = renderDetails(
    [
      ["Leads today", `${today.leads}, ${today.leads_last_week} by this time a week ago`],
      ["Last lead", last_lead_at === null ? "none in nine days" : localTime(last_lead_at, cli.outside)],
      ["Arrived today", today.delivered],
      ["Half within", seconds(today.latency_p50_ms) ?? undefined],
      ["95 % within", seconds(today.latency_p95_ms) ?? undefined],
      ["Dead letters", open_dead_letters === 0 ? "none open" : `${open_dead_letters} open`],
    ],
    paint,
  );
  return `${needLines(needs, cli, paint).join("\n")}\n\n${figures}`;
}
