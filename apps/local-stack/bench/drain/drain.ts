import { startCountingReceiver } from "../receiver/start-counting-receiver.ts";
import type { Bench, Figure } from "../report/bench.ts";
import { median, rounded } from "../report/statistics.ts";
import { startConsumer, type ConsumerUnderTest } from "../runtime/start-consumer.ts";
import { drainOnce, messagesPerSend, type Drained } from "./drain-once.ts";

const rounds = 5;
/** Divisible by the batch size, so that no batch waits for its timeout; below the local queue's 10 000 in flight. */
const batchedLeads = 3_000;
const singleLeads = 300;

interface Round {
  ours: Drained;
  baseline: Drained;
}

/** Queued submissions to delivered, beside the same code with batches of one, in turns. */
export const drain: Bench = {
  about: "queued submissions to delivered, beside the same code with batches of one",
  async run(note) {
    const receiver = await startCountingReceiver("lead_submission_public_id");
    const batched = await startConsumer(receiver.url);
    const single = await startConsumer(receiver.url, { leadsBatchSize: 1 });
    let people = 0;
    const turn = (consumer: ConsumerUnderTest, count: number) => {
      people += count;
      return drainOnce(consumer, receiver, { first: people - count, count });
    };
    try {
      note("warming up");
      await turn(batched, messagesPerSend * 10);
      await turn(single, messagesPerSend);
      const done: Round[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        const ours = await turn(batched, batchedLeads);
        const baseline = await turn(single, singleLeads);
        note(
          `round ${round} of ${rounds}: ${Math.round(ours.leadsPerSecond)} and ${Math.round(baseline.leadsPerSecond)} leads/s`,
        );
        done.push({ ours, baseline });
      }
      return figures(done, [...receiver.received.values()].filter((times) => times > 1).length);
    } finally {
      await Promise.all([batched.stop(), single.stop(), receiver.stop()]);
    }
  },
};

function figures(rounds: readonly Round[], repeatedly: number): Figure[] {
  const middle = (value: (round: Round) => number) => median(rounds.map(value));
  return [
    {
      key: "leads_per_s",
      label: "queued to delivered, leads/s",
      value: Math.round(middle(({ ours }) => ours.leadsPerSecond)),
      target: { bound: "at least", must: 1_000, aim: 2_500 },
    },
    {
      key: "baseline_per_s",
      label: "the same with batches of one, leads/s",
      value: Math.round(middle(({ baseline }) => baseline.leadsPerSecond)),
    },
    {
      key: "ratio",
      label: "batched / single",
      value: rounded(middle(({ ours, baseline }) => ours.leadsPerSecond / baseline.leadsPerSecond)),
      target: { bound: "at least", must: 4, aim: 10 },
    },
    {
      key: "d1_calls_per_batch",
      label: "D1 calls for 100 submissions, persist side",
      value: rounded(middle(({ ours }) => ours.persistCallsPerHundred)),
      target: { bound: "at most", must: 6, aim: 2 },
    },
    {
      key: null,
      label: "D1 calls for 100 submissions, deliver side",
      value: rounded(middle(({ ours }) => ours.deliverCallsPerHundred)),
    },
    {
      key: null,
      label: "leads delivered more than once",
      value: repeatedly,
      target: { bound: "at most", must: 0 },
    },
  ];
}
