import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { performance } from "node:perf_hooks";

/** Takes deliveries as Make would, and tells by one field of theirs which leads came and how often. */
export interface CountingReceiver {
  url: string;
  /**
   * Resolves when each of these leads was delivered, with the moment the last one came (`performance.now()`).
   * Rejects when they have not all come in time. Call it before they can come.
   */
  expect(leads: readonly string[], deadlineMs: number): Promise<number>;
  /** How often each lead was delivered. */
  received: ReadonlyMap<string, number>;
  /** From now on every request is answered so, and counts as no delivery; null: they are taken again. */
  refuse(status: number | null): void;
  /** How many requests were answered so. */
  refused(): number;
  stop(): Promise<void>;
}

interface Expectation {
  missing: Set<string>;
  fulfilled(at: number): void;
}

/** @param field What names a lead; found by its text, because parsing every body would take the processor from what is measured. */
export async function startCountingReceiver(
  field: "lead_submission_public_id" | "email",
): Promise<CountingReceiver> {
  const pattern = new RegExp(`"${field}":"([^"]*)"`);
  const received = new Map<string, number>();
  let expectation: Expectation | null = null;
  let refusal: number | null = null;
  let refused = 0;
  const take = (text: string) => {
    const lead = pattern.exec(text)?.[1] ?? "";
    received.set(lead, (received.get(lead) ?? 0) + 1);
    if (expectation === null) return;
    expectation.missing.delete(lead);
    if (expectation.missing.size === 0) expectation.fulfilled(performance.now());
  };
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      if (refusal !== null) {
        refused += 1;
        response.writeHead(refusal).end();
        return;
      }
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
    refuse: (status) => void (refusal = status),
    refused: () => refused,
    expect: (leads, deadlineMs) =>
      new Promise((resolve, reject) => {
        const missing = new Set(leads);
        const timer = setTimeout(() => {
          expectation = null;
          reject(
            new Error(`${missing.size} of ${leads.length} leads did not come within ${deadlineMs / 1000} s`),
          );
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
