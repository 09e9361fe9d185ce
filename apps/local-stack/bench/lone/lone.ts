import { assumedCpuMs, operationsPerMessage, priceOfMillion } from "../cost/price.ts";
import { startCountingReceiver } from "../receiver/start-counting-receiver.ts";
import type { Bench, Figure } from "../report/bench.ts";
import { figure } from "../report/figure.ts";
import { percentile } from "../report/statistics.ts";
import { prepareLocalStack } from "../runtime/start-local-stack.ts";
import { startConsumer } from "../runtime/start-consumer.ts";
import { meterLoneLeads, type LoneUse } from "./meter-lone-leads.ts";
import { timeLoneLeads } from "./time-lone-leads.ts";

const timed = 400;
const metered = 300;
const warmUp = 60;
/** What a destination answers is counted with a row at the 1st, 4th, 12th, 28th … answer: rare enough once so many were seen. */
const meteredWarmUp = 512;

/** One lead at a time: how soon the receiver has it on the whole local stack, and what it costs that nobody shares its batch. */
export const lone: Bench = {
  about: "one lead at a time, from its post to its receiver, with the journal as npm start has it",
  async run(note) {
    note(`timing ${timed} leads on the whole local stack`);
    const latencies = await timeOnStack();
    note(`metering ${metered} leads`);
    return figures(latencies, await meterOnConsumer());
  },
};

async function timeOnStack(): Promise<number[]> {
  const receiver = await startCountingReceiver("email");
  const stack = await prepareLocalStack(receiver.url, "on");
  try {
    await stack.start();
    const intake = { port: stack.producerPort, path: "/f/frm_demo", receiver };
    await timeLoneLeads(intake, { first: 0, count: warmUp });
    return await timeLoneLeads(intake, { first: warmUp, count: timed });
  } finally {
    await Promise.all([stack.stop(), receiver.stop()]);
  }
}

/** The stack's own D1 is not counted: a Worker that counts stands in for its consumer. */
async function meterOnConsumer(): Promise<LoneUse> {
  const receiver = await startCountingReceiver("lead_submission_public_id");
  const consumer = await startConsumer(receiver.url);
  try {
    await meterLoneLeads(consumer, { first: 0, count: meteredWarmUp });
    const use = await meterLoneLeads(consumer, { first: meteredWarmUp, count: metered });
    const missing = metered + meteredWarmUp - receiver.received.size;
    if (missing > 0) throw new Error(`${missing} leads were not delivered: nothing was measured`);
    return use;
  } finally {
    await Promise.all([consumer.stop(), receiver.stop()]);
  }
}

function figures(latencies: readonly number[], { meter, messages }: LoneUse): Figure[] {
  const price = priceOfMillion({
    requests: 1 + messages,
    cpuMs: assumedCpuMs,
    messages,
    // Nobody posted before it: the edge reads the form's snapshot for this lead alone.
    kvReads: 1,
    rowsWritten: meter.rowsWritten,
    rowsRead: meter.rowsRead,
  });
  const atMost = (must: number, aim?: number) => ({ bound: "at most" as const, must, ...(aim && { aim }) });
  return [
    figure("p50_ms", "post sent to received, p50 in ms", percentile(latencies, 0.5), atMost(60, 25)),
    figure("p99_ms", "post sent to received, p99 in ms", percentile(latencies, 0.99), atMost(250, 80)),
    figure(null, "  the slowest, ms", percentile(latencies, 1)),
    figure("d1_calls", "D1 calls", meter.calls),
    figure(null, "  statements in them", meter.statements),
    figure("rows_written", "rows written", meter.rowsWritten, atMost(22)),
    figure("rows_read", "rows read", meter.rowsRead),
    figure("queue_operations", "queue operations", messages * operationsPerMessage),
    figure("usd_per_million", "dollars per million lone leads", price.total, atMost(26)),
    figure(null, "  rows written", price.rowsWritten),
    figure(null, "  queue messages", price.messages),
    figure(null, "  requests", price.requests),
    figure(null, "  the form's snapshot, read from KV for each", price.kvReads),
    figure(null, `  CPU, at ${assumedCpuMs} ms a lead`, price.cpuMs),
    figure(null, "  rows read", price.rowsRead),
  ];
}
