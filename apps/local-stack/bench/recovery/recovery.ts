import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { emailOf, formPost } from "../load/form-post.ts";
import { openConnection } from "../load/open-connection.ts";
import { startCountingReceiver, type CountingReceiver } from "../receiver/start-counting-receiver.ts";
import type { Bench } from "../report/bench.ts";
import { median, rounded } from "../report/statistics.ts";
import { prepareLocalStack, type LocalStack } from "../runtime/start-local-stack.ts";

const rounds = 3;
/** One post every few milliseconds, for so long before the kill. */
const loadMs = 2_000;
const gapMs = 3;
/** What was in flight comes back when its lease ran out (80 s) and the sweep finds it. */
const deadlineMs = 240_000;

interface Recovery {
  /** From the start after the kill to the first delivery. */
  seconds: number;
  acknowledged: number;
  /** Acknowledged before the kill and never delivered. */
  lost: number;
}

/** `kill -9` of the whole local stack under load, started again: when it delivers, and whether anything was lost. */
export const recovery: Bench = {
  about: "kill -9 of the whole local stack under load, back to delivering",
  async run(note) {
    const done: Recovery[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      done.push(await killOnce(round * 10_000));
      note(`round ${round} of ${rounds}: ${JSON.stringify(done.at(-1))}`);
    }
    const sum = (value: (each: Recovery) => number) => done.reduce((total, each) => total + value(each), 0);
    return [
      {
        key: "recovery_s",
        label: "from the restart to the first delivery, s",
        value: rounded(median(done.map(({ seconds }) => seconds))),
        target: { bound: "at most", must: 10, aim: 4 },
      },
      {
        key: "acknowledged",
        label: "leads acknowledged before the kills",
        value: sum((each) => each.acknowledged),
      },
      {
        key: "lost",
        label: "of them never delivered",
        value: sum(({ lost }) => lost),
        target: { bound: "at most", must: 0 },
      },
    ];
  },
};

async function killOnce(firstPerson: number): Promise<Recovery> {
  const receiver = await startCountingReceiver("email");
  const stack = await prepareLocalStack(receiver.url, "on");
  try {
    await stack.start();
    const acknowledged = await postUntilKilled(stack, firstPerson);
    const before = receiver.received.size;
    const missing = acknowledged.filter((email) => !receiver.received.has(email));
    if (missing.length === 0)
      throw new Error("Everything was delivered before the kill: nothing was measured");
    const startedAt = performance.now();
    const firstDelivery = nextDelivery(receiver, before);
    const all = receiver.expect(missing, deadlineMs).then(
      () => 0,
      () => missing.filter((email) => !receiver.received.has(email)).length,
    );
    await stack.start();
    const seconds = ((await firstDelivery) - startedAt) / 1000;
    return { seconds, acknowledged: acknowledged.length, lost: await all };
  } finally {
    await Promise.all([stack.stop(), receiver.stop()]);
  }
}

/** Posts on one connection, kills in the midst of it; who was acknowledged. */
async function postUntilKilled(stack: LocalStack, firstPerson: number): Promise<string[]> {
  const acknowledged: string[] = [];
  const connection = await openConnection(stack.producerPort);
  const killed = wait(loadMs).then(() => stack.kill());
  for (let person = firstPerson; ; person += 1) {
    const status = await connection
      .send(formPost("/f/frm_demo", person, "http://127.0.0.1"))
      .catch(() => null);
    if (status === null) break;
    if (status === 301) acknowledged.push(emailOf(person));
    await wait(gapMs);
  }
  await killed;
  return acknowledged;
}

async function nextDelivery(receiver: CountingReceiver, before: number): Promise<number> {
  while (receiver.received.size === before) await wait(5);
  return performance.now();
}
