import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { performance } from "node:perf_hooks";

/** Takes deliveries as Make would, and tells by submission id which came and how often. */
export interface CountingReceiver {
  url: string;
  /**
   * Resolves when each of these submissions was delivered, with the moment the last one came (`performance.now()`).
   * Rejects when they have not all come in time. Call it before they can come.
   */
  expect(submissionIds: readonly string[], deadlineMs: number): Promise<number>;
  /** How often each submission was delivered. */
  received: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

interface Expectation {
  missing: Set<string>;
  fulfilled(at: number): void;
}

export async function startCountingReceiver(): Promise<CountingReceiver> {
  const received = new Map<string, number>();
  let expectation: Expectation | null = null;
  const take = (text: string) => {
    const id = submissionIdOf(text);
    received.set(id, (received.get(id) ?? 0) + 1);
    if (expectation === null) return;
    expectation.missing.delete(id);
    if (expectation.missing.size === 0) expectation.fulfilled(performance.now());
  };
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      take(text);
      response.writeHead(200, { "content-type": "text/plain", "content-length": 8 });
      response.end("Accepted");
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => {
    server.listen({ port: 0, host: "127.0.0.1", backlog: 1024 }, resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    expect: (submissionIds, deadlineMs) =>
      new Promise((resolve, reject) => {
        const missing = new Set(submissionIds);
        const timer = setTimeout(() => {
          expectation = null;
          const of = submissionIds.length;
          reject(new Error(`${missing.size} of ${of} leads did not come within ${deadlineMs / 1000} s`));
        }, deadlineMs);
        const fulfilled = (at: number) => {
          clearTimeout(timer);
          expectation = null;
          resolve(at);
        };
        expectation = { missing, fulfilled };
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Found by its text: parsing every body would take the processor from what is measured. */
function submissionIdOf(text: string): string {
  return /"lead_submission_public_id":"([^"]*)"/.exec(text)?.[1] ?? "";
}
