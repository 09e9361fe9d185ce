import { formPosts } from "../load/form-posts.ts";
import { postAtRate, postFlatOut, type LoadResult } from "../load/post-load.ts";
import type { Bench, Figure } from "../report/bench.ts";
import { median, percentile, rounded } from "../report/statistics.ts";
import { formPath, startIngestWorkers } from "./start-ingest-workers.ts";

const flatOut = { connections: 32, durationMs: 1_200 };
const paced = { perSecond: 500, durationMs: 2_000 };
const rounds = 15;

type Load = (worker: "producer" | "bare-producer") => Promise<LoadResult>;
interface Pair {
  ours: LoadResult;
  bare: LoadResult;
}

/** Our producer beside a bare `queue.send`, on one workerd, round by round in turns. */
export const ingest: Bench = {
  about: "our producer beside a bare Worker that only enqueues and redirects",
  async run(note) {
    const workers = await startIngestWorkers();
    try {
      const posts = formPosts(formPath);
      const flat: Load = async (worker) => postFlatOut(await workers.portOf(worker), posts, flatOut);
      const steady: Load = async (worker) => postAtRate(await workers.portOf(worker), posts, paced);
      note("warming up");
      await inTurns(2, flat);
      note(`${rounds} rounds flat out, ${flatOut.connections} connections`);
      const throughput = await inTurns(rounds, flat);
      note(`${rounds} rounds at ${paced.perSecond} requests/s`);
      const latency = await inTurns(rounds, steady);
      return figures(throughput, latency);
    } finally {
      await workers.stop();
    }
  },
};

/** Who goes first changes each round, so that neither always finds the machine as the other left it. */
async function inTurns(count: number, load: Load): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let round = 0; round < count; round += 1) {
    if (round % 2 === 0) {
      const ours = await load("producer");
      pairs.push({ ours, bare: await load("bare-producer") });
    } else {
      const bare = await load("bare-producer");
      pairs.push({ bare, ours: await load("producer") });
    }
  }
  return pairs;
}

function figures(throughput: readonly Pair[], latency: readonly Pair[]): Figure[] {
  const middle = (pairs: readonly Pair[], value: (pair: Pair) => number) => median(pairs.map(value));
  const p99 = (result: LoadResult) => percentile(result.latenciesMs, 0.99);
  const errors = [...throughput, ...latency].reduce((sum, { ours }) => sum + ours.errors, 0);
  const bareErrors = [...throughput, ...latency].reduce((sum, { bare }) => sum + bare.errors, 0);
  const ourP99 = middle(latency, ({ ours }) => p99(ours));
  const bareP99 = middle(latency, ({ bare }) => p99(bare));
  return [
    {
      key: "ours_rps",
      label: "producer, posts/s",
      value: Math.round(middle(throughput, ({ ours }) => ours.perSecond)),
    },
    {
      key: "bare_send_rps",
      label: "bare queue.send, posts/s",
      value: Math.round(middle(throughput, ({ bare }) => bare.perSecond)),
    },
    {
      key: "ratio",
      label: "producer / bare",
      value: rounded(
        middle(throughput, ({ ours, bare }) => ours.perSecond / bare.perSecond),
        3,
      ),
      target: { bound: "at least", must: 0.8, aim: 0.92 },
    },
    {
      key: "p50_ms",
      label: "producer p50 at 500/s, ms",
      value: rounded(middle(latency, ({ ours }) => percentile(ours.latenciesMs, 0.5))),
    },
    { key: "p99_ms", label: "producer p99 at 500/s, ms", value: rounded(ourP99) },
    { key: "bare_p99_ms", label: "bare p99 at 500/s, ms", value: rounded(bareP99) },
    {
      key: null,
      label: "p99 producer / bare",
      value: rounded(ourP99 / bareP99),
      target: { bound: "at most", must: 2, aim: 1.3 },
    },
    {
      key: "errors",
      label: "answers that are no redirect, producer",
      value: errors,
      target: { bound: "at most", must: 0 },
    },
    { key: null, label: "answers that are no redirect, bare", value: bareErrors },
  ];
}
