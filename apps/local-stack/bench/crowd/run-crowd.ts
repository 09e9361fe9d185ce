import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { performance } from "node:perf_hooks";
import type { ConsumerUnderTest } from "../runtime/start-consumer.ts";

/** Between a Worker and its D1 there and back, which locally is none. */
export const d1DelayMs = 20;

/** What came of batches that were handed over at once. */
export interface CrowdResult {
  /** Submissions stored in the first go, by the time all of it took. */
  leadsPerSecond: number;
  /** D1 statements of the invocation that had most. */
  mostStatements: number;
  /** Messages put back on the queue. */
  retried: number;
}

/** Hands every batch to a handler of its own at the same moment, then again what they put back, until all is stored. */
export async function runCrowd(
  consumer: ConsumerUnderTest,
  batches: readonly (readonly SubmissionMessage[])[],
): Promise<CrowdResult> {
  const handle = async (batch: readonly SubmissionMessage[], tries: number) => {
    const how = { d1DelayMs, tries: batch.map(() => tries) };
    const { meter, retried, acked } = await consumer.handle("leads", batch, how);
    const again = retried.flatMap(({ index }) => batch[index] ?? []);
    if (acked + again.length !== batch.length) throw new Error("A message was not settled");
    return { acked, again, statements: meter.statements };
  };
  const startedAt = performance.now();
  const handled = await Promise.all(batches.map((batch) => handle(batch, 1)));
  const seconds = (performance.now() - startedAt) / 1_000;
  const putBack = handled.flatMap(({ again }) => again);
  let left = putBack;
  for (let tries = 2; left.length > 0; tries += 1) {
    if (tries > mostTries) throw new Error(`${left.length} submissions were put back ${tries} times`);
    left = (await handle(left.slice(0, 100), tries)).again.concat(left.slice(100));
  }
  return {
    leadsPerSecond: handled.reduce((sum, { acked }) => sum + acked, 0) / seconds,
    mostStatements: Math.max(...handled.map(({ statements }) => statements)),
    retried: putBack.length,
  };
}

const mostTries = 100;
