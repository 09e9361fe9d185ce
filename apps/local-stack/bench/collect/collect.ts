import { startIngestWorkers } from "../ingest/start-ingest-workers.ts";
import { postFlatOut, type LoadResult } from "../load/post-load.ts";
import type { Bench } from "../report/bench.ts";
import { median, rounded } from "../report/statistics.ts";
import { startConsumer } from "../runtime/start-consumer.ts";
import { beaconPosts } from "./beacon-posts.ts";
import { rowsPerEvent } from "./fold-beacons.ts";

const flatOut = { connections: 32, durationMs: 1_200 };
const rounds = 9;

/** `POST /t/collect` beside a bare `queue.send` of the same bodies, and what a million events cost in rows. */
export const collect: Bench = {
  about: "beacons of ten events: taken beside a bare Worker, and the rows that a million events write",
  async run(note) {
    const taken = await takeInTurns(note);
    note("a million events in beacons of ten");
    const consumer = await startConsumer("http://127.0.0.1:9");
    try {
      const usual = await rowsPerEvent(consumer, { first: 0, sessions: 24_000, beaconsEach: 4 });
      const worst = await rowsPerEvent(consumer, { first: 1_000_000, sessions: 4_000, beaconsEach: 1 });
      return [
        ...taken,
        {
          key: "rows_per_event",
          label: "rows written for each event, four beacons a session",
          value: rounded(usual, 3),
          target: { bound: "at most", must: 0.2 },
        },
        {
          key: "rows_per_event_worst",
          label: "the same, each beacon another session",
          value: rounded(worst, 4),
          target: { bound: "at most", must: 0.2001 },
        },
      ];
    } finally {
      await consumer.stop();
    }
  },
};

async function takeInTurns(note: (text: string) => void) {
  const workers = await startIngestWorkers();
  try {
    const posts = beaconPosts();
    const load = async (worker: "producer" | "bare-producer"): Promise<LoadResult> =>
      postFlatOut(await workers.portOf(worker), posts, flatOut);
    note("warming up");
    await load("producer");
    await load("bare-producer");
    note(`${rounds} rounds flat out, ${flatOut.connections} connections`);
    const pairs: { ours: LoadResult; bare: LoadResult }[] = [];
    for (let round = 0; round < rounds; round += 1)
      pairs.push({ ours: await load("producer"), bare: await load("bare-producer") });
    const perSecond = (of: "ours" | "bare") => Math.round(median(pairs.map((pair) => pair[of].perSecond)));
    return [
      { key: "ours_rps", label: "beacons/s", value: perSecond("ours") },
      { key: "bare_send_rps", label: "bare queue.send, beacons/s", value: perSecond("bare") },
      {
        key: "ratio",
        label: "producer / bare",
        value: rounded(median(pairs.map(({ ours, bare }) => ours.perSecond / bare.perSecond)), 3),
        target: { bound: "at least" as const, must: 0.7 },
      },
      {
        key: "errors",
        label: "beacons that were not taken",
        value: pairs.reduce((sum, { ours }) => sum + ours.errors, 0),
        target: { bound: "at most" as const, must: 0 },
      },
    ];
  } finally {
    await workers.stop();
  }
}
