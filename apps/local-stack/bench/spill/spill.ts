import { performance } from "node:perf_hooks";
import { startStack } from "../../harness/start-stack.ts";
import { emailOf, formPost } from "../load/form-post.ts";
import { demoSite } from "../load/intake.ts";
import { postAll } from "../load/post-all.ts";
import { startCountingReceiver } from "../receiver/start-counting-receiver.ts";
import type { Bench } from "../report/bench.ts";
import { rounded } from "../report/statistics.ts";

const posts = 5_000;
const connections = 8;
const deadlineMs = 300_000;

/** What the queue refused comes back by the cron of every minute alone: nobody calls the sweep. */
export const spill: Bench = {
  about: `${posts} posts that the queue refused: from its return to the last of them delivered`,
  async run(note) {
    const receiver = await startCountingReceiver("email");
    const stack = await startStack({ DEMO_MAKE_URL: receiver.url, LOG_FORMAT: "off" });
    try {
      const people = Array.from({ length: posts }, (_, person) => person);
      await stack.producer.setFaults([{ binding: "LEADS_QUEUE", mode: "fail" }]);
      const delivered = receiver.expect(people.map(emailOf), deadlineMs);
      const requests = people.map((person) => formPost("/f/frm_demo", person, demoSite));
      const statuses = await postAll(Number(new URL(stack.producerUrl).port), requests, connections);
      note(`${statuses.filter((status) => status === 301).length} acknowledged while the queue refused`);
      await stack.producer.setFaults([]);
      const back = performance.now();
      const seconds = ((await delivered) - back) / 1_000;
      return [
        {
          key: "back_s",
          label: "from the queue's return to the last lead delivered, s",
          value: rounded(seconds),
          target: { bound: "at most", must: 120 },
        },
        {
          key: "doubled",
          label: "leads delivered more than once",
          value: [...receiver.received.values()].filter((times) => times > 1).length,
          target: { bound: "at most", must: 0 },
        },
      ];
    } finally {
      await Promise.all([stack.dispose(), receiver.stop()]);
    }
  },
};
