import { InvalidSettings } from "@leadrelay/contracts/settings";
import { logEvent } from "@leadrelay/contracts/log-event";
import { handleDeliveriesBatch } from "./deliveries/handle-deliveries-batch.ts";
import { dependenciesOf, type ConsumerEnv, type Dependencies } from "./dependencies.ts";
import { handleDlqBatch } from "./dead-letters/handle-dlq-batch.ts";
import { handleFetch } from "./http/handle-fetch.ts";
import { handleLeadsBatch } from "./submissions/handle-leads-batch.ts";
import { runSweeps } from "./sweeps/run-sweeps.ts";
import { handleTrackingBatch } from "./tracking/handle-tracking-batch.ts";

export default {
  async fetch(request, env, context) {
    try {
      return await handleFetch(request, dependenciesOf(env), context);
    } catch (error) {
      return refusal(error);
    }
  },
  async queue(batch, env) {
    const dependencies = readyDependencies(batch, env);
    if (dependencies === undefined) return;
    if (batch.queue.endsWith("dlq")) await handleDlqBatch(batch, dependencies);
    else if (batch.queue.startsWith("deliveries")) await handleDeliveriesBatch(batch, dependencies);
    else if (batch.queue.startsWith("tracking")) await handleTrackingBatch(batch, dependencies);
    else await handleLeadsBatch(batch, dependencies);
  },
  async scheduled(_controller, env) {
    await runSweeps(dependenciesOf(env));
  },
} satisfies ExportedHandler<ConsumerEnv>;

/** With the hundred tries a message has, a night for somebody to mend a setting, before any message becomes a dead letter. */
const misconfiguredDelaySeconds = 600;

/** undefined, and the batch put back, while a setting is wrong. */
function readyDependencies(batch: MessageBatch, env: ConsumerEnv): Dependencies | undefined {
  try {
    return dependenciesOf(env);
  } catch (error) {
    if (!(error instanceof InvalidSettings)) throw error;
    logEvent("config.invalid", { queue: batch.queue, detail: error.message });
    batch.retryAll({ delaySeconds: misconfiguredDelaySeconds });
    return undefined;
  }
}

function refusal(error: unknown): Response {
  const message =
    error instanceof InvalidSettings ? error.message : "something went wrong inside; the log has it";
  logEvent(error instanceof InvalidSettings ? "config.invalid" : "consumer.failed", { detail: message });
  const body = { type: "about:blank", title: "Not available", status: 503, detail: message };
  return Response.json(body, { status: 503, headers: { "content-type": "application/problem+json" } });
}
