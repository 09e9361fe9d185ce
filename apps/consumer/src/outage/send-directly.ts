import { callbackUrl } from "../callbacks/callback-url.ts";
import type { DirectAttempt, Outage } from "@leadrelay/contracts/submission-message";
import { logEvent } from "@leadrelay/contracts/log-event";
import { eventId, deliveryId } from "@leadrelay/core/ids/derived-id";
import { directPayload } from "@leadrelay/core/outage/direct-payload";
import { attemptShaped } from "@leadrelay/delivery/attempt-shaped";
import { runLanes } from "@leadrelay/delivery/run-lanes";
import type { Dependencies } from "../dependencies.ts";
import { logLeadFailed } from "./direct-submission.ts";
import { outageOf, withOutage } from "../received/pending.ts";
import type { Received } from "../received/settlement.ts";
import { urlRules } from "../url-rules.ts";
import type { DirectSend, PlannedSends } from "./planned-sends.ts";

/**
 * Makes the sends that were planned, in lanes, fair to every destination. All leads come back in order, each with what was tried. Once the
 * invocation's time for sends is over none is begun: those are left as they were, for the message's next try.
 */
export async function sendDirectly<Each extends Received>(
  planned: readonly PlannedSends<Each>[],
  dependencies: Dependencies,
): Promise<Each[]> {
  const tried = new Map<Each, Outage["direct"]>();
  const waiting = planned.flatMap(({ received, sends }) => sends.map((send) => ({ received, send })));
  let postponed = 0;
  await runLanes(
    waiting,
    ({ send }) => send.destination.id,
    async ({ received, send }) => {
      if (dependencies.now() >= dependencies.sendDirectlyUntil) {
        postponed += 1;
        return;
      }
      const attempt = await attemptOne(send, dependencies).catch((error: unknown) => {
        logLeadFailed(send.submission.submission_id, error);
      });
      if (attempt === undefined) return;
      // Read behind the send: others of this lead end meanwhile.
      const direct = tried.get(received) ?? outageOf(received).direct;
      const before = direct[send.destination.id] ?? [];
      tried.set(received, { ...direct, [send.destination.id]: [...before, attempt] });
    },
  );
  if (postponed > 0) logEvent("outage.sends_postponed", { sends: postponed });
  return planned.map(({ received }) => {
    const direct = tried.get(received);
    return direct === undefined ? received : withOutage(received, { ...outageOf(received), direct });
  });
}

async function attemptOne(
  { submission, destination, number, isTest, allowed, event, submissionNumber }: DirectSend,
  dependencies: Dependencies,
): Promise<DirectAttempt> {
  const { config, fetch, now } = dependencies;
  const id = eventId(submission.submission_id, event);
  const { attribution } = submission;
  const { environment } = config;
  const payload = directPayload(submission, { isTest, allowed, environment, event, submissionNumber });
  const delivery_public_id = deliveryId(id, destination.id);
  const delivery = {
    event: {
      id,
      type: event,
      payload,
      attribution: { first: attribution, latest: attribution },
      created_at: submission.received_at,
    },
    delivery_public_id,
    callback_url: await callbackUrl(
      { ...destination, client_id: submission.client_id, after: {} },
      delivery_public_id,
      dependencies,
    ),
    attempt: number,
  };
  const result = await attemptShaped(
    {
      kind: destination.kind,
      settings: destination.settings,
      delivery,
      timeoutMs: destination.timeout_ms ?? config.deliveryTimeoutMs,
    },
    {
      shapeJson: destination.shape_json ?? null,
      posted: { payload_json: submission.payload_json, message: submission.fields.message ?? null },
    },
    { fetch, now, ...urlRules(dependencies) },
  );
  const { retry_after_ms: _, kept: _kept, receiver_id: _id, ...attempt } = result;
  logEvent("delivery.attempted", {
    delivery_id: delivery_public_id,
    destination_id: destination.id,
    attempt: number,
    outcome: attempt.outcome,
  });
  return { number, ...attempt };
}
