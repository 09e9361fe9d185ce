import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { applyMigrations } from "../../src/storage/apply-migrations.ts";
import { startCountingReceiver } from "../receiver/start-counting-receiver.ts";
import type { Bench, Figure } from "../report/bench.ts";
import { rounded } from "../report/statistics.ts";
import { startConsumer, type ConsumerUnderTest } from "../runtime/start-consumer.ts";
import { loadOldLeads } from "./load-old-leads.ts";
import { openD1 } from "../../harness/open-d1.ts";
import { readStorage } from "../runtime/read-storage.ts";
import { textsChecksum } from "./texts-checksum.ts";

const leads = 200_000;
const migration = "0011_compact_texts.sql";
/** Somewhere in the midst of a chunk. */
const beforeTheKillMs = 500;

/** Leads in the layout of before, rewritten minute by minute, with a kill half-way: what is freed, and whether every text says what it said. */
export const storageMigration: Bench = {
  about: `${leads} leads of the older layout rewritten, with a kill half-way`,
  async run(note) {
    const receiver = await startCountingReceiver("lead_submission_public_id");
    const first = await startConsumer(receiver.url, {
      async beforeMigrations(database) {
        await applyMigrations(database, migration);
        await loadOldLeads(database, leads, note);
      },
    });
    const before = stateOf(first.stateDir);
    note(`before: ${JSON.stringify(before)}`);
    const toHalf = await sweepUntil(first, 1, note);
    void first.sweep().catch(() => undefined);
    await wait(beforeTheKillMs);
    const stateDir = await first.kill();
    const killed = stateOf(stateDir);
    note(`killed: ${JSON.stringify(killed)}`);
    const second = await startConsumer(receiver.url, { stateDir });
    const toEnd = await sweepUntil(second, 0, note);
    const after = stateOf(stateDir);
    note(`after: ${JSON.stringify(after)}`);
    await Promise.all([second.stop(), receiver.stop()]);
    return figures({
      before,
      killed,
      after,
      seconds: toHalf.seconds + toEnd.seconds,
      minutes: toHalf.sweeps + toEnd.sweeps + 1,
    });
  },
};

interface State extends ReturnType<typeof textsChecksum>, ReturnType<typeof readStorage> {}

function stateOf(stateDir: string): State {
  const database = openD1(stateDir);
  try {
    return { ...textsChecksum(database), ...readStorage(stateDir) };
  } finally {
    database.close();
  }
}

/** How far the rewrite of each table is that is not done. */
function cursorsOf(stateDir: string): unknown[] {
  const database = openD1(stateDir);
  try {
    return database.prepare("SELECT * FROM text_rewrites").all();
  } finally {
    database.close();
  }
}

/** One sweep after the other, where the cron would wait for the next minute, until so many of the two tables are not done. */
async function sweepUntil(
  consumer: ConsumerUnderTest,
  undone: number,
  note: (text: string) => void,
): Promise<{ sweeps: number; seconds: number }> {
  let [sweeps, seconds] = [0, 0];
  for (;;) {
    const startedAt = performance.now();
    await consumer.sweep();
    seconds += (performance.now() - startedAt) / 1000;
    sweeps += 1;
    const left = cursorsOf(consumer.stateDir);
    note(`sweep ${sweeps}: ${JSON.stringify(left)}`);
    if (left.length <= undone) return { sweeps, seconds };
  }
}

function figures(given: {
  before: State;
  killed: State;
  after: State;
  seconds: number;
  minutes: number;
}): Figure[] {
  const { before, killed, after } = given;
  const changed = [killed, after].filter(
    ({ sha256, rows }) => sha256 !== before.sha256 || rows !== before.rows,
  );
  const figure = (key: string | null, label: string, value: number): Figure => ({
    key,
    label,
    value: rounded(value),
  });
  return [
    figure("rows", "submissions and events", before.rows),
    figure("bytes_before", "bytes in use before", before.usedBytes),
    figure("bytes_after", "bytes in use after", after.usedBytes),
    figure(null, "  for each lead, before", before.usedBytes / leads),
    figure(null, "  for each lead, after", after.usedBytes / leads),
    figure(null, "bytes of the file before", before.fileBytes),
    figure(null, "bytes of the file after", after.fileBytes),
    figure("seconds", "seconds of all sweeps", given.seconds),
    figure("minutes", "sweeps, one a minute", given.minutes),
    figure(null, "rows that were old at the kill", killed.old),
    { ...figure("old", "rows that are old afterwards", after.old), target: { bound: "at most", must: 0 } },
    {
      ...figure("changed", "checks, of two, that found another text", changed.length),
      target: { bound: "at most", must: 0 },
    },
  ];
}
