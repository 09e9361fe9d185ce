import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails, renderTable } from "../../output/render-table.ts";
import { paintStatus } from "../../output/status-paint.ts";

type DeliveryDetails = components["schemas"]["DeliveryDetails"];

/** A delivery with its tries and what was sent, for a person. */
export function deliveryDetails(delivery: DeliveryDetails, { outside }: Cli, paint: Paint): string {
  const { event, dead_letter: letter } = delivery;
  const facts = renderDetails(
    [
      ["Delivery", delivery.id],
      ["Status", paintStatus(delivery.status, paint)],
      ["What next", delivery.what_next],
      ["Destination", `${delivery.destination_name ?? "deleted"} (${delivery.destination_id})`],
      ["Client", delivery.client_id],
      ["Lead", delivery.lead_id ?? "erased"],
      ["Submission", event?.submission_id],
      ["Event", event === null ? undefined : event.type],
      ["Created", localTime(delivery.created_at, outside)],
      ["Settled", localTime(delivery.settled_at, outside)],
      ["Next try", localTime(delivery.next_attempt_at, outside)],
      ["Letter", letter === null ? undefined : `${letter.id} (${letter.state}: ${letter.cause})`],
    ],
    paint,
  );
  const tries = renderTable(
    [
      { title: "TRY", value: ({ number }) => number, align: "right" },
      { title: "STARTED", value: ({ started_at }) => localTime(started_at, outside) },
      {
        title: "TOOK",
        value: ({ duration_ms }) => (duration_ms === null ? null : `${duration_ms} ms`),
        align: "right",
      },
      { title: "OUTCOME", value: ({ outcome }) => outcome },
      { title: "CODE", value: ({ status_code }) => status_code, align: "right" },
      { title: "ANSWER", value: ({ error }) => error },
    ],
    delivery.attempts_made,
    paint,
  );
  const payload = event?.payload ?? null;
  const sent = payload === null ? "" : `\n${paint("bold", "Sent")}\n${JSON.stringify(payload, null, 2)}\n`;
  return `${facts}\n${delivery.attempts_made.length === 0 ? "Not tried yet.\n" : tries}${sent}`;
}
