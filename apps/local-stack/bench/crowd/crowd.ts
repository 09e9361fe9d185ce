import { startCountingReceiver } from "../receiver/start-counting-receiver.ts";
import type { Bench, Figure } from "../report/bench.ts";
import { figure } from "../report/figure.ts";
import { percentile } from "../report/statistics.ts";
import { startConsumer } from "../runtime/start-consumer.ts";
import { makeSubmissions } from "../submissions/make-submissions.ts";
import { d1DelayMs, runCrowd, type CrowdResult } from "./run-crowd.ts";
import { runTwoDestinations, type FastLatencies } from "./run-two-destinations.ts";
import { batchesOf, crowds, crowdSizes, leadsOf } from "./scenarios.ts";

const loadSeconds = 90;
const consumerCounts = [25, 250] as const;

/** Consumers at once on one D1, and a slow destination beside a fast one. Nothing in it is scaled: seconds are seconds. */
export const crowd: Bench = {
  about: "consumers called at once for the same people, and a slow destination beside a fast one",
  async run(note) {
    const figures = await crowdFigures(note);
    note(`the fast destination alone, ${loadSeconds} s`);
    const alone = await runTwoDestinations({ seconds: loadSeconds, consumers: 25, withSlow: false });
    figures.push(...latencyFigures("alone", "alone", alone));
    for (const consumers of consumerCounts) {
      note(`two destinations, ${consumers} consumers, ${loadSeconds} s`);
      const both = await runTwoDestinations({ seconds: loadSeconds, consumers, withSlow: true });
      const label = `beside one of 9 s, ${consumers} consumers`;
      figures.push(...latencyFigures(`two_destinations_${consumers}`, label, both, alone));
    }
    return figures;
  },
};

async function crowdFigures(note: (text: string) => void): Promise<Figure[]> {
  const receiver = await startCountingReceiver("lead_submission_public_id");
  const consumer = await startConsumer(receiver.url);
  const leads = async () => {
    const { results } = await consumer.database.prepare("SELECT COUNT(*) AS leads FROM leads").all();
    return Number(results[0]?.["leads"]);
  };
  const figures: Figure[] = [];
  let firstPerson = 10_000;
  try {
    // Until an isolate's first batch is through, it has a dozen things to load.
    await runCrowd(consumer, [makeSubmissions(0, 10)]);
    for (const each of crowds)
      for (const handlers of crowdSizes) {
        const before = await leads();
        const result = await runCrowd(consumer, batchesOf(each, handlers, firstPerson));
        firstPerson += 10_000;
        const made = (await leads()) - before;
        if (made !== leadsOf(each, handlers))
          throw new Error(
            `${each.label}, ${handlers} at once: ${made} leads instead of ${leadsOf(each, handlers)}`,
          );
        const label = `${each.label} × ${handlers} at once, D1 at ${d1DelayMs} ms`;
        note(`${label}: ${JSON.stringify(result)}`);
        figures.push(...figuresOf(`${each.key}_${handlers}`, label, result));
      }
    return figures;
  } finally {
    await Promise.all([consumer.stop(), receiver.stop()]);
  }
}

const figuresOf = (key: string, label: string, result: CrowdResult): Figure[] => [
  figure(`${key}_leads_per_s`, `${label}: leads/s`, Math.round(result.leadsPerSecond)),
  figure(`${key}_most_statements`, "  most statements an invocation", result.mostStatements, {
    bound: "at most",
    must: 60,
  }),
  figure(`${key}_retried`, "  messages put back on the queue", result.retried),
];

function latencyFigures(key: string, label: string, of: FastLatencies, alone?: FastLatencies): Figure[] {
  const p99 = percentile(of.latenciesMs, 0.99);
  const figures = [
    figure(`${key}_fast_p50_ms`, `fast destination ${label}: p50 in ms`, percentile(of.latenciesMs, 0.5)),
    figure(`${key}_fast_p99_ms`, "  p99 in ms", p99),
    figure(`${key}_fast_missing`, "  leads that had not arrived a minute after the last post", of.missing, {
      bound: "at most",
      must: 0,
    }),
  ];
  if (alone === undefined) return figures;
  const ratio = p99 / percentile(alone.latenciesMs, 0.99);
  const ratioOnceKnown = percentile(of.onceKnownMs, 0.99) / percentile(alone.onceKnownMs, 0.99);
  return [
    ...figures,
    figure(`${key}_fast_p99_ratio`, "  p99 / p99 alone", ratio, { bound: "at most", must: 2 }),
    figure(`${key}_fast_p99_ratio_known`, "  the same once the slow one has answered", ratioOnceKnown),
    figure(`${key}_slow_arrived`, "  leads of the slow destination that had arrived", of.slowArrived),
  ];
}
