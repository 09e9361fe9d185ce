import type { Intake } from "../load/intake.ts";
import { postBurst } from "../load/post-burst.ts";
import { timeLoneLeads } from "../lone/time-lone-leads.ts";
import { startCountingReceiver } from "../receiver/start-counting-receiver.ts";
import type { Bench, Figure } from "../report/bench.ts";
import { figure } from "../report/figure.ts";
import { median, percentile } from "../report/statistics.ts";
import { prepareLocalStack } from "../runtime/start-local-stack.ts";
import { installContender } from "./install-contender.ts";
import { burstPeople, inTurn } from "./rounds.ts";
import { findServices, type Services } from "./services/find-services.ts";
import { startContender } from "./start-contender.ts";

const burstRounds = 6;
const posts = 3_000;
const warmUpPosts = 1_000;
const loneRounds = 3;
const loneLeads = 60;

interface Contestant {
  name: "ours" | "ours_journal" | "peer";
  intake: Intake;
  /** Of each burst, in seconds. */
  burstSeconds: number[];
  loneMs: number[];
  stop(): Promise<unknown>;
}

/** The same posts to the local stack and to what somebody would run instead, on one machine, in turns. */
export const peers: Bench = {
  about: "the same burst and lone leads beside Fastify 5 + BullMQ + Redis + PostgreSQL",
  async run(note) {
    const services = findServices();
    if (services === undefined) {
      note("skipped: it needs redis-server (or valkey-server), and initdb and postgres, on the PATH.");
      return [];
    }
    const contestants = await startAll(services);
    try {
      note("warming up");
      for (const { intake } of contestants) await postBurst(intake, burstPeople(0, warmUpPosts));
      for (let round = 1; round <= burstRounds; round += 1) {
        for (const { intake, burstSeconds } of inTurn(contestants, round))
          burstSeconds.push(await postBurst(intake, burstPeople(round * 10_000, posts)));
        note(`burst ${round} of ${burstRounds}: ${lastRates(contestants)} submissions/s`);
      }
      for (let round = 1; round <= loneRounds; round += 1) {
        note(`lone leads, round ${round} of ${loneRounds}`);
        for (const { intake, loneMs } of inTurn(contestants, round))
          loneMs.push(...(await timeLoneLeads(intake, { first: round * 1_000 + 500_000, count: loneLeads })));
      }
      return figures(contestants);
    } finally {
      await Promise.all(contestants.map((each) => each.stop()));
    }
  },
};

async function startAll(services: Services): Promise<Contestant[]> {
  const folder = installContender();
  const contestants: Contestant[] = [];
  for (const name of ["ours", "ours_journal", "peer"] as const) {
    const receiver = await startCountingReceiver("email");
    const started = await start(name, receiver.url, { services, folder });
    contestants.push({
      name,
      intake: { port: started.port, path: "/f/frm_demo", receiver },
      burstSeconds: [],
      loneMs: [],
      stop: () => Promise.all([started.stop(), receiver.stop()]),
    });
  }
  return contestants;
}

async function start(
  name: Contestant["name"],
  receiverUrl: string,
  { services, folder }: { services: Services; folder: string },
) {
  if (name === "peer") return startContender(services, folder, receiverUrl);
  const stack = await prepareLocalStack(receiverUrl, name === "ours" ? "off" : "on");
  await stack.start();
  return { port: stack.producerPort, stop: () => stack.stop() };
}

const rateOf = (seconds = Number.NaN) => Math.round(posts / seconds);

const lastRates = (contestants: readonly Contestant[]) =>
  contestants.map(({ name, burstSeconds }) => `${name} ${rateOf(burstSeconds.at(-1))}`).join(", ");

function figures([ours, journal, peer]: readonly Contestant[]): Figure[] {
  if (ours === undefined || journal === undefined || peer === undefined) return [];
  const leads = new Set(burstPeople(0, posts)).size;
  const rates = (each: Contestant) => median(each.burstSeconds.map((seconds) => posts / seconds));
  const deliveries = (each: Contestant) => Math.round((rates(each) * leads) / posts);
  const ratio = (each: Contestant) =>
    median(each.burstSeconds.map((seconds, round) => (peer.burstSeconds[round] ?? Number.NaN) / seconds));
  const p50 = (each: Contestant) => percentile(each.loneMs, 0.5);
  return [
    figure("submissions_per_second", "submissions/s, ours without the journal", Math.round(rates(ours))),
    figure(
      "submissions_per_second_journal",
      "submissions/s, ours with the journal",
      Math.round(rates(journal)),
    ),
    figure("peer_submissions_per_second", "submissions/s, Fastify + BullMQ", Math.round(rates(peer))),
    figure("ratio", "ours without the journal / theirs", ratio(ours), {
      bound: "at least",
      must: 1,
      aim: 1.5,
    }),
    figure("ratio_journal", "ours with the journal / theirs", ratio(journal)),
    figure("deliveries_per_second", "deliveries/s, ours without the journal", deliveries(ours)),
    figure("peer_deliveries_per_second", "deliveries/s, Fastify + BullMQ", deliveries(peer)),
    figure("lone_p50_ms", "a lone lead, ours without the journal, p50 in ms", p50(ours)),
    figure("lone_p50_ms_journal", "a lone lead, ours with the journal, p50 in ms", p50(journal)),
    figure("peer_lone_p50_ms", "a lone lead, Fastify + BullMQ, p50 in ms", p50(peer)),
  ];
}
