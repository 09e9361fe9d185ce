import { createExecutionContext, createMessageBatch, env, getQueueResult } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { sampleSubmission } from "../test/sample-submission.ts";
import worker from "./index.ts";

describe("a wrong setting", () => {
  it.each(["leads", "leads-dlq", "deliveries"])("keeps what is in queue %s waiting", async (queue) => {
    const message = { id: "1", timestamp: new Date(), attempts: 1, body: sampleSubmission() };
    const batch = createMessageBatch(queue, [message]);
    await worker.queue(batch, { ...env, ENVIRONMENT: "nowhere" } as never);
    const result = await getQueueResult(batch, createExecutionContext());
    expect(result.retryBatch.retry).toBe(true);
    expect(result.explicitAcks).toEqual([]);
  });
});
