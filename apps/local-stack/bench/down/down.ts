import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { emailOf, formPost } from "../load/form-post.ts";
import { demoSite } from "../load/intake.ts";
import { openConnection } from "../load/open-connection.ts";
import { isRedirect } from "../load/post-load.ts";
import { startCountingReceiver } from "../receiver/start-counting-receiver.ts";
import type { Bench } from "../report/bench.ts";
import { figure } from "../report/figure.ts";
import { prepareLocalStack } from "../runtime/start-local-stack.ts";

const leads = 20_000;
const downMs = 600_000;
const patienceMs = 600_000;
const connections = 4;

/** A receiver that answers 503 for ten minutes while leads come in at a steady rate, on the whole local stack, journal on. */
export const down: Bench = {
  about: `a receiver that is down for ten minutes while ${leads} leads come in (takes 12 minutes)`,
  async run(note) {
    const receiver = await startCountingReceiver("email");
    const stack = await prepareLocalStack(receiver.url, "on");
    try {
      await stack.start();
      receiver.refuse(503);
      const refused = await postSteadily(stack.producerPort, note);
      const requestsWhileDown = receiver.refused();
      note(`${requestsWhileDown} requests while it was down`);
      const people = Array.from({ length: leads }, (_, person) => emailOf(person));
      const arriving = receiver.expect(people, patienceMs);
      const backAt = performance.now();
      receiver.refuse(null);
      const lastAt = await arriving;
      const doubled = [...receiver.received.values()].filter((times) => times > 1).length;
      return [
        figure("requests_while_down", "requests while it was down", requestsWhileDown, {
          bound: "at most",
          must: 200,
        }),
        figure("minutes_to_all", "from its return to the last lead, minutes", (lastAt - backAt) / 60_000, {
          bound: "at most",
          must: 3,
          aim: 1,
        }),
        figure("leads", "leads acknowledged and delivered", leads - refused, {
          bound: "at least",
          must: leads,
        }),
        figure("doubled", "leads that came more than once", doubled, { bound: "at most", must: 0 }),
      ];
    } finally {
      await Promise.all([stack.stop(), receiver.stop()]);
    }
  },
};

/** Returns how many posts were not taken. */
async function postSteadily(port: number, note: (text: string) => void): Promise<number> {
  const startedAt = performance.now();
  let [sent, refused] = [0, 0];
  const lane = async () => {
    const connection = await openConnection(port);
    while (sent < leads) {
      const person = sent++;
      const dueAt = startedAt + (person * downMs) / leads;
      await wait(Math.max(0, dueAt - performance.now()));
      if (!isRedirect(await connection.send(formPost("/f/frm_demo", person, demoSite)))) refused += 1;
      if (person % 2_000 === 0) note(`${person} of ${leads} leads`);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, lane));
  return refused;
}
