import type { components } from "@leadrelay/client/schema.gen";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderTable } from "../../output/render-table.ts";
import type { Outside } from "../../outside/outside.ts";

type Attempt = components["schemas"]["DeliveryAttempt"];

/** Every HTTP try, in full. */
export const attemptsTable = (
  attempts: readonly Attempt[],
  clock: Pick<Outside, "now" | "timeZone">,
  paint: Paint,
): string =>
  attempts.length === 0
    ? "Not tried yet.\n"
    : renderTable(
        [
          { title: "TRY", value: ({ number }) => number, align: "right" },
          { title: "STARTED", value: ({ started_at }) => localTime(started_at, clock) },
          {
            title: "TOOK",
            value: ({ duration_ms: ms }) => (ms === null ? null : `${ms} ms`),
            align: "right",
          },
          { title: "OUTCOME", value: ({ outcome }) => outcome },
          { title: "CODE", value: ({ status_code }) => status_code, align: "right" },
          { title: "ANSWER", isSentence: true, value: ({ error }) => error },
        ],
        attempts,
        paint,
      );

/** What is sent, or would be; nothing for those who may not see it. */
export function payloadText(title: string, payload: unknown, paint: Paint): string {
  if (payload === null || payload === undefined) return "";
  const text = typeof payload === "string" ? payload : JSON.stringify(payload, null, 2);
  return `\n${paint("bold", title)}\n${text}\n`;
}
