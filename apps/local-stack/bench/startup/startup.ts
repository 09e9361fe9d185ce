import { readFileSync } from "node:fs";
import { readWranglerFile } from "../../src/runtime/read-wrangler-file.ts";
import type { Bench } from "../report/bench.ts";
import { figure } from "../report/figure.ts";
import { median } from "../report/statistics.ts";
import { bundleModule } from "../runtime/bundle-module.ts";
import { startWorkers } from "../runtime/start-workers.ts";

const rounds = 9;

/** CPU, not time: a busy machine changes little of it. What workerd and the bindings take is in both, and taken away. */
export const startup: Bench = {
  about: `CPU that evaluating each Worker takes, beside an empty one with its bindings; ${rounds} starts each`,
  async run(note) {
    const consumer = await startsOf("consumer", note);
    const producer = await startsOf("producer", note);
    return [
      figure("consumer_cpu_ms", "consumer: CPU of its start, ms", consumer, { bound: "at most", must: 200 }),
      figure("producer_cpu_ms", "producer: CPU of its start, ms", producer),
    ];
  },
};

/** Median of what each start takes more than an empty Worker's beside it, ms. */
async function startsOf(name: "producer" | "consumer", note: (text: string) => void): Promise<number> {
  const { main, options } = await readWranglerFile(name);
  const [ours, empty] = [await bundleModule(main, { minify: true }), await bundleModule("empty.ts")];
  const more: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const own = await cpuOfStart({ ...options, name, modules: ours });
    const other = await cpuOfStart({ ...options, name, modules: empty });
    more.push(own - other);
    note(`${name}, start ${round + 1} of ${rounds}: ${own} ms beside ${other} ms`);
  }
  return median(more);
}

/** ms that workerd computed until its Worker was there. */
async function cpuOfStart(worker: Parameters<typeof startWorkers>[0][number]): Promise<number> {
  const workers = await startWorkers([worker]);
  try {
    return workers.pids().reduce((sum, pid) => sum + cpuOf(pid), 0);
  } finally {
    await workers.stop();
  }
}

/** Linux counts in hundredths of a second; the name of the process, in brackets, may hold blanks. */
function cpuOf(pid: number): number {
  const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ")
    .slice(11, 13)
    .map(Number);
  return (user + system) * 10;
}
