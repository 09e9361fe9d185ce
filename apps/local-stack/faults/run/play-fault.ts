import { setTimeout as wait } from "node:timers/promises";
import { startStack } from "../../harness/start-stack.ts";
import { judge, type Judgement } from "../evidence/judge.ts";
import { startIndependentReceiver } from "../receiver/independent-receiver.ts";
import type { Fault } from "./fault.ts";
import { openRun } from "./open-run.ts";
import { seeded } from "../chance/random.ts";

/** A fault once it has been played. */
export interface Played extends Judgement {
  name: string;
  about: string;
  seconds: number;
}

interface Options {
  seed: number;
  leads: number;
  /** As short as it can be, for `npm test`. */
  short?: boolean;
}

/** Everything comes to its end within so long once nothing is wrong any more. */
const patienceMs = 240_000;
const sweepEveryMs = 5_000;
/** What would still be sent twice then would be on its way by now. */
const quietMs = 2_000;

/** Plays one fault against a stack, a receiver and people of its own, and holds both ends against the invariant, id by id. */
export async function playFault(
  { name, about, settings = {}, share = 1, play }: Fault,
  { seed, leads, short = false }: Options,
): Promise<Played> {
  const startedAt = Date.now();
  const receiver = await startIndependentReceiver();
  const stack = await startStack({ DEMO_MAKE_URL: receiver.url("/hook"), ...settings }).catch(
    async (error: unknown) => {
      await receiver.stop();
      throw error;
    },
  );
  const opened = openRun(stack, receiver, seeded(seed, name), { leads: Math.ceil(leads * share), short });
  const look = () => judge(opened.evidence(), opened.run.rules);
  let failure: string[] = [];
  try {
    await play(opened.run).catch(
      (error: unknown) => void (failure = [`it could not be played: ${String(error)}`]),
    );
    await Promise.all([stack.producer.setFaults([]), stack.consumer.setFaults([])]);
    await settle(
      () => look().problems.length === 0,
      () => stack.sweep(),
    );
    const { problems, ...counts } = look();
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    return { name, about, seconds, ...counts, problems: [...failure, ...opened.problems, ...problems] };
  } finally {
    opened.close();
    await stack.dispose();
    await receiver.stop();
  }
}

/** Waits until all is well, the cron running, and then a moment for what might be wrong yet. */
async function settle(isWell: () => boolean, sweep: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (let sweepAt = 0; Date.now() < deadline && !isWell(); await wait(250)) {
    if (Date.now() < sweepAt) continue;
    await sweep().catch(() => undefined);
    sweepAt = Date.now() + sweepEveryMs;
  }
  await wait(quietMs);
}
