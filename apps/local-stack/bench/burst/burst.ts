import { performance } from "node:perf_hooks";
import { emailOf, formPost } from "../load/form-post.ts";
import { postAll } from "../load/post-all.ts";
import { startCountingReceiver, type CountingReceiver } from "../receiver/start-counting-receiver.ts";
import type { Bench } from "../report/bench.ts";
import { median } from "../report/statistics.ts";
import { prepareLocalStack } from "../runtime/start-local-stack.ts";

const rounds = 5;
const posts = 3_000;
const warmUpPosts = 1_000;
const connections = 16;
const deadlineMs = 60_000;
const site = "http://127.0.0.1";

/** Form posts to all delivered, on the whole local stack as `npm start` runs it, without the journal. */
export const burst: Bench = {
  about: `${posts} form posts to all delivered, on the whole local stack`,
  async run(note) {
    const receiver = await startCountingReceiver("email");
    const stack = await prepareLocalStack(receiver.url, "off");
    try {
      await stack.start();
      note("warming up");
      await burstOnce(stack.producerPort, receiver, { first: 0, count: warmUpPosts });
      const rates: number[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        rates.push(await burstOnce(stack.producerPort, receiver, { first: round * 10_000, count: posts }));
        note(`round ${round} of ${rounds}: ${Math.round(rates.at(-1) ?? 0)} leads/s`);
      }
      return [
        {
          key: "leads_per_s",
          label: "form posts to delivered, leads/s",
          value: Math.round(median(rates)),
          target: { bound: "at least", must: 1_000, aim: 1_800 },
        },
      ];
    } finally {
      await Promise.all([stack.stop(), receiver.stop()]);
    }
  },
};

/** Leads a second from the first post to the last lead's arrival. */
async function burstOnce(
  port: number,
  receiver: CountingReceiver,
  { first, count }: { first: number; count: number },
): Promise<number> {
  const people = Array.from({ length: count }, (_, index) => first + index);
  const requests = people.map((person) => formPost("/f/frm_demo", person, site));
  const delivered = receiver.expect(people.map(emailOf), deadlineMs);
  const startedAt = performance.now();
  const statuses = await postAll(port, requests, connections);
  const refused = statuses.filter((status) => status !== 301).length;
  if (refused > 0) throw new Error(`${refused} of ${count} posts were not accepted`);
  return (count * 1000) / ((await delivered) - startedAt);
}
