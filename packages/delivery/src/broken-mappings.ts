import type { SignalOf } from "@leadrelay/contracts/signal";
import { sumSignals } from "@leadrelay/core/decide/step-signals";
import type { SettledSend } from "./settled-send.ts";

const longestReason = 300;

/**
 * Word of the mappings that broke at leads of a round, one for each destination: none as a rule. One that did what it was made for acted on every lead,
 * and is told nobody.
 */
export const brokenMappings = (sent: readonly SettledSend[]): SignalOf<"workflow.step_run">[] =>
  sumSignals(
    sent.flatMap(({ broken, destination, attempt }): SignalOf<"workflow.step_run">[] =>
      broken === undefined
        ? []
        : [
            {
              type: "workflow.step_run",
              client_id: attempt.client_id,
              destination_id: destination.id,
              subject: "mapping",
              count: 1,
              raised_at: attempt.started_at,
              part: {
                step: "mapping",
                did: "could not be written by its mapping, and became dead letters",
                reason: broken.reason.slice(0, longestReason).toWellFormed(),
                submission_id: broken.submission_id,
              },
              sample: { lead_id: attempt.lead_id, event_id: attempt.event_id },
            },
          ],
    ),
  );
