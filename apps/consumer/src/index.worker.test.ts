import { createExecutionContext, createMessageBatch, env, getQueueResult } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { sampleSubmission } from "../test/sample-submission.ts";
import worker from "./index.ts";

it.each([
  ["/", 200, "text/html; charset=utf-8"],
  ["/healthz", 200, "application/json"],
  ["/leads/01a22d9e-5901-7251-8786-671d682a82ec", 200, "text/html; charset=utf-8"],
  ["/favicon.ico", 404, "application/problem+json"],
  ["/wp-login.php", 404, "application/problem+json"],
])("%s answers %i as %s", async (path, status, type) => {
  const request = new Request(`https://relay.example${path}`);
  const answer = await worker.fetch(request as never, env, createExecutionContext());
  expect([answer.status, answer.headers.get("content-type")]).toEqual([status, type]);
  await answer.body?.cancel();
});

describe("a wrong setting", () => {
  it.each(["leads", "leads-dlq", "deliveries"])("keeps what is in queue %s waiting", async (queue) => {
    const message = { id: "1", timestamp: new Date(), attempts: 1, body: sampleSubmission() };
    const batch = createMessageBatch(queue, [message]);
    await worker.queue(batch, { ...env, ENVIRONMENT: "nowhere" } as never);
    const result = await getQueueResult(batch, createExecutionContext());
    expect(result.retryBatch.retry).toBe(true);
    expect(result.explicitAcks).toEqual([]);
  });

  it.each(["/healthz", "/api/health", "/password"])("is named at %s", async (path) => {
    const inProduction = { ...env, ENVIRONMENT: "production", ALLOW_PRIVATE_DESTINATIONS: "false" };
    const request = new Request(`https://stranger.example${path}`);
    const answer = await worker.fetch(request as never, inProduction as never, createExecutionContext());
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      detail: expect.stringContaining("PUBLIC_URL is missing") as unknown,
    });
  });
});
