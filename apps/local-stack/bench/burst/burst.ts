import { postBurst } from "../load/post-burst.ts";
import { startCountingReceiver } from "../receiver/start-counting-receiver.ts";
import type { Bench } from "../report/bench.ts";
import { median } from "../report/statistics.ts";
import { prepareLocalStack } from "../runtime/start-local-stack.ts";

const rounds = 5;
const posts = 3_000;
const warmUpPosts = 1_000;

const strangers = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => first + index);

/** Form posts to all delivered, on the whole local stack as `npm start` runs it, without the journal. */
export const burst: Bench = {
  about: `${posts} form posts to all delivered, on the whole local stack`,
  async run(note) {
    const receiver = await startCountingReceiver("email");
    const stack = await prepareLocalStack(receiver.url, "off");
    try {
      await stack.start();
      const intake = { port: stack.producerPort, path: "/f/frm_demo", receiver };
      note("warming up");
      await postBurst(intake, strangers(0, warmUpPosts));
      const rates: number[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        rates.push(posts / (await postBurst(intake, strangers(round * 10_000, posts))));
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
