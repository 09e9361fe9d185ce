import { freePorts } from "../../harness/free-ports.ts";
import { bundleWrapped } from "../../src/runtime/bundle-worker.ts";
import { readWranglerFile } from "../../src/runtime/read-wrangler-file.ts";
import { postBurst } from "../load/post-burst.ts";
import { startCountingReceiver } from "../receiver/start-counting-receiver.ts";
import type { Bench, Figure } from "../report/bench.ts";
import { figure } from "../report/figure.ts";
import { prepareLocalStack } from "../runtime/start-local-stack.ts";
import { selfSamples } from "./cpu-profile.ts";
import { groupOf } from "./group-of.ts";
import { profileWorkerd, sampleEveryUs, type IsolateProfile } from "./profile-workerd.ts";
import { sourceLines, type SourceOf } from "./source-lines.ts";

const warmUpPosts = 1_000;
const posts = 3_000;
/** What takes less of a lead is shown with the rest. */
const leastShownUs = 5;

const strangers = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => first + index);

/** Where workerd spends a lead's time in a burst: CPU profiles of all its isolates, by whose functions ran. */
export const profile: Bench = {
  about: "where workerd spends a lead's time in a burst, from CPU profiles of its isolates",
  async run(note) {
    const [inspectorPort = 0] = await freePorts(1);
    const receiver = await startCountingReceiver("email");
    const stack = await prepareLocalStack(receiver.url, "off", { inspectorPort });
    try {
      await stack.start();
      const intake = { port: stack.producerPort, path: "/f/frm_demo", receiver };
      note("warming up");
      await postBurst(intake, strangers(0, warmUpPosts));
      note(`profiling a burst of ${posts} posts`);
      let seconds = 0;
      const isolates = await profileWorkerd(inspectorPort, async () => {
        seconds = await postBurst(intake, strangers(10_000, posts));
      });
      return figuresOf(isolates, seconds, await sourcesOfWorkers());
    } finally {
      await Promise.all([stack.stop(), receiver.stop()]);
    }
  },
};

/** By a part of the isolate's name. */
async function sourcesOfWorkers(): Promise<ReadonlyMap<string, SourceOf>> {
  const names = ["producer", "consumer"] as const;
  const bundles = names.map(
    async (name) => [name, sourceLines(await bundleWrapped((await readWranglerFile(name)).main))] as const,
  );
  return new Map(await Promise.all(bundles));
}

function figuresOf(
  isolates: readonly IsolateProfile[],
  seconds: number,
  sources: ReadonlyMap<string, SourceOf>,
): Figure[] {
  const perLead = (samples: number) => (samples * sampleEveryUs) / posts;
  const wall = (seconds * 1_000_000) / posts;
  let inside = 0;
  const figures: Figure[] = [];
  for (const { name, profile } of isolates) {
    const source = [...sources].find(([worker]) => name.includes(worker))?.[1] ?? (() => undefined);
    const groups = new Map<string, number>();
    for (const [frame, samples] of selfSamples(profile)) {
      const group = groupOf(frame, source);
      groups.set(group, (groups.get(group) ?? 0) + perLead(samples));
    }
    const total = [...groups.values()].reduce((sum, us) => sum + us, 0);
    inside += total;
    if (total < leastShownUs) continue;
    figures.push(figure(null, `isolate ${name}`, total));
    const shown = [...groups].filter(([, us]) => us >= leastShownUs).toSorted(([, a], [, b]) => b - a);
    for (const [group, us] of shown) figures.push(figure(null, `  ${group}`, us));
  }
  return [
    figure("us_per_lead", "a lead of the burst, µs (with the profiler's own part)", wall),
    figure("us_in_isolates", "  in isolates, µs", inside),
    figure(null, "  outside: sockets, the event loop, waiting for the other processes, µs", wall - inside),
    ...figures,
  ];
}
