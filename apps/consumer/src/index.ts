import { InvalidSettings } from "@leadrelay/contracts/settings";
import { logEvent } from "@leadrelay/contracts/log-event";
import { handleDeliveriesBatch } from "./deliveries/handle-deliveries-batch.ts";
import { dependenciesOf, type ConsumerEnv } from "./dependencies.ts";
import { handleDlqBatch } from "./dead-letters/handle-dlq-batch.ts";
import { handleFetch } from "./http/handle-fetch.ts";
import { handleLeadsBatch } from "./submissions/handle-leads-batch.ts";
import { runSweeps } from "./sweeps/run-sweeps.ts";

export default {
  async fetch(request, env) {
    try {
      return await handleFetch(request, dependenciesOf(env));
    } catch (error) {
      return refusal(error);
    }
  },
  async queue(batch, env) {
    const dependencies = dependenciesOf(env);
    if (batch.queue.endsWith("dlq")) await handleDlqBatch(batch, dependencies);
    else if (batch.queue.startsWith("deliveries")) await handleDeliveriesBatch(batch, dependencies);
    else await handleLeadsBatch(batch, dependencies);
  },
  async scheduled(_controller, env) {
    await runSweeps(dependenciesOf(env));
  },
} satisfies ExportedHandler<ConsumerEnv>;

function refusal(error: unknown): Response {
  const message =
    error instanceof InvalidSettings ? error.message : "something went wrong inside; the log has it";
  logEvent(error instanceof InvalidSettings ? "config.invalid" : "consumer.failed", { detail: message });
  const body = { type: "about:blank", title: "Not available", status: 503, detail: message };
  return Response.json(body, { status: 503, headers: { "content-type": "application/problem+json" } });
}
