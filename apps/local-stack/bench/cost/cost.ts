import { startCountingReceiver } from "../receiver/start-counting-receiver.ts";
import type { Bench, Figure } from "../report/bench.ts";
import type { Meter } from "../meter/meter.ts";
import { figure } from "../report/figure.ts";
import { startConsumer } from "../runtime/start-consumer.ts";
import { measureRows, type RowsPerSubmission } from "./measure-rows.ts";
import { preload } from "./preload.ts";
import { assumedCpuMs, priceOfMillion } from "./price.ts";

const small = 1_000;
const large = 100_000;
/** Out of the way of the preloaded people. */
const measuredPeople = 1_000_000;

/** Rows by D1's own `meta` per submission, at two sizes, and what that costs. */
export const cost: Bench = {
  about: "rows read and written per submission at 1 000 and at 100 000 leads, and dollars per million",
  async run(note) {
    const receiver = await startCountingReceiver("lead_submission_public_id");
    const consumer = await startConsumer(receiver.url);
    try {
      await preload(consumer, { first: 0, count: small });
      note(`measuring at ${small} leads`);
      const few = await measureRows(consumer, measuredPeople);
      note(`loading ${large} leads`);
      const before = consumer.storage();
      await preload(consumer, { first: small, count: large - small });
      const bytesPerLead = (consumer.storage().usedBytes - before.usedBytes) / (large - small);
      note(`measuring at ${large} leads`);
      const many = await measureRows(consumer, measuredPeople * 2);
      // The first publishes what the preload made; the second is an idle one.
      await consumer.sweep();
      return figures(few, many, (await consumer.sweep()).meter, bytesPerLead);
    } finally {
      await Promise.all([consumer.stop(), receiver.stop()]);
    }
  },
};

function figures(
  few: RowsPerSubmission,
  many: RowsPerSubmission,
  sweep: Meter,
  bytesPerLead: number,
): Figure[] {
  const read = ({ persistNew, deliverNew }: RowsPerSubmission) => persistNew.rowsRead + deliverNew.rowsRead;
  const rowsWritten = many.persistNew.rowsWritten + many.deliverNew.rowsWritten;
  const price = priceOfMillion({
    requests: 1 + 1 / 100 + many.wakeups,
    cpuMs: assumedCpuMs,
    messages: 1 + many.wakeups,
    kvReads: 0,
    rowsWritten,
    rowsRead: read(many),
  });
  const atMost = (must: number, aim: number) => ({ bound: "at most" as const, must, aim });
  return [
    figure("rows_written_new", "rows written, new delivered lead", rowsWritten, atMost(22, 15)),
    figure(null, "  of which stored", many.persistNew.rowsWritten),
    figure(null, "  of which delivered", many.deliverNew.rowsWritten),
    figure(
      "rows_written_duplicate",
      "rows written, unsent duplicate",
      many.duplicate.rowsWritten,
      atMost(7, 3),
    ),
    figure(
      "rows_written_redelivery",
      "rows written, redelivered message",
      many.redelivery.rowsWritten,
      atMost(0, 0),
    ),
    figure("rows_read_1k", "rows read, delivered lead among 1 000", read(few), atMost(40, 30)),
    figure("rows_read_100k", "rows read, delivered lead among 100 000", read(many), atMost(40, 30)),
    figure(null, "  of which stored", many.persistNew.rowsRead),
    figure(null, "  of which delivered", many.deliverNew.rowsRead),
    figure(null, "rows read, duplicate among 100 000", many.duplicate.rowsRead),
    figure(null, "rows read, redelivery among 100 000", many.redelivery.rowsRead),
    figure(null, "wake-up messages per lead", many.wakeups),
    figure(
      "bytes_per_lead",
      "bytes of D1, delivered lead with one destination",
      bytesPerLead,
      atMost(3_500, 2_500),
    ),
    figure("usd_per_million", "dollars per million delivered leads", price.total, atMost(26, 18)),
    figure(null, "  rows written", price.rowsWritten),
    figure(null, "  queue messages", price.messages),
    figure(null, "  requests", price.requests),
    figure(null, `  CPU, at ${assumedCpuMs} ms a lead`, price.cpuMs),
    figure(null, "  rows read", price.rowsRead),
    figure(null, "an idle minute's sweep: D1 calls", sweep.calls),
    figure(null, "an idle minute's sweep: rows read", sweep.rowsRead),
    figure(null, "an idle minute's sweep: rows written", sweep.rowsWritten),
  ];
}
