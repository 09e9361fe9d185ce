import { setTimeout as wait } from "node:timers/promises";
import type { Fault } from "../run/fault.ts";
import type { Run } from "../run/run.ts";

/** The cron fires so many times for the same minute. */
const sweepAtOnce = (run: Run, times: number) =>
  Promise.all(Array.from({ length: times }, () => run.stack.sweep()));

/** Queues that bring messages again, late, in another order or not at all. */
export const queueFaults: Fault[] = [
  {
    name: "1-redelivery",
    about: "every message sent twice, taken and refused, and every batch handled twice",
    async play(run) {
      await run.stack.consumer.setFaults([{ binding: "HANDLER", mode: "again" }]);
      await run.stack.producer.setFaults([{ binding: "LEADS_QUEUE", mode: "again" }]);
      await run.postMany(Math.ceil(run.leads / 2));
      // The queue takes it and says that it did not: it is in the queue and spilled.
      await run.stack.producer.setFaults([{ binding: "LEADS_QUEUE", mode: "lie" }]);
      await run.postMany(Math.floor(run.leads / 2));
      await run.stack.producer.setFaults([]);
      await sweepAtOnce(run, 3);
      await wait(1_000);
    },
  },
  {
    name: "2-two-consumers",
    about: "every batch handled twice at once",
    async play(run) {
      await run.stack.consumer.setFaults([{ binding: "HANDLER", mode: "together" }]);
      await run.postMany(run.leads);
      await run.until("all is stored", () => run.stored().submissions.length >= run.acknowledged.length);
      await wait(2_000);
    },
  },
  {
    name: "3-reordering",
    about: "the first post of each person spilled, so that their second overtakes it",
    async play(run) {
      const somebodies = Array.from({ length: Math.ceil(run.leads / 2) }, () => run.person());
      await run.stack.producer.setFaults([{ binding: "LEADS_QUEUE", mode: "fail" }]);
      for (const person of somebodies) await run.post(person);
      await run.stack.producer.setFaults([]);
      for (const person of somebodies) await run.post(person);
      await run.until(
        "the later posts are stored",
        () => run.stored().submissions.length >= somebodies.length,
      );
    },
  },
  {
    name: "4-ack-then-throw",
    about: "handlers of all queues ack every message, then throw: all come again",
    async play(run) {
      await run.stack.consumer.setFaults([{ binding: "HANDLER", mode: "lie" }]);
      await run.postMany(run.leads);
      await wait(run.short ? 5_000 : 15_000);
    },
  },
  {
    name: "5-poison",
    about: "one lead in ten breaks its own row, in batches with good ones",
    async play(run) {
      run.rules.ends.push("letter");
      await run.stack.query(
        `CREATE TRIGGER poison BEFORE INSERT ON lead_submissions WHEN NEW.contact_email LIKE 'poison.%'
         BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: poison'); END`,
      );
      let poisoned = 0;
      const posts: Promise<string | null>[] = [];
      for (let count = 0; count < run.leads; count += 1) {
        const person = run.person();
        const isPoison = count % 10 === 3;
        if (isPoison) poisoned += 1;
        posts.push(run.post(isPoison ? { ...person, email: `poison.${person.email}` } : person));
        if (count % 20 === 19) await Promise.all(posts.splice(0));
      }
      await Promise.all(posts);
      await run.until("good ones arrived", () => run.taken().length === run.leads - poisoned, 120_000);
      await run.until("each bad one has a letter", () => run.stored().letters.length === poisoned);
    },
  },
  {
    name: "13-queue-throws",
    about: "queue.send throws, of both Workers, while leads come in",
    async play(run) {
      await run.stack.producer.setFaults([{ binding: "LEADS_QUEUE", mode: "fail" }]);
      await run.stack.consumer.setFaults(
        ["LEADS_QUEUE", "DELIVERIES_QUEUE", "SLOW_DELIVERIES_QUEUE"].map((binding) => ({
          binding,
          mode: "fail",
        })),
      );
      await run.postMany(run.leads);
      await sweepAtOnce(run, 1);
    },
  },
  {
    name: "14-queue-hangs",
    about: "queue.send hangs for 57 s",
    async play(run) {
      await run.stack.producer.setFaults([{ binding: "LEADS_QUEUE", mode: "hang" }]);
      await run.postMany(run.leads, 60);
    },
  },
  {
    name: "27-cron-missed-or-twice",
    about: "wake-ups lost, the cron missed for 20 s, then fired five times for one minute",
    settings: { FIRST_ATTEMPTS: "0" },
    async play(run) {
      await run.stack.consumer.setFaults([
        { binding: "DELIVERIES_QUEUE", mode: "fail" },
        { binding: "SLOW_DELIVERIES_QUEUE", mode: "fail" },
        { binding: "HANDLER", mode: "fail", matching: "cron" },
      ]);
      await run.postMany(run.leads);
      await run.until("all is stored", () => run.stored().submissions.length >= run.acknowledged.length);
      await wait(20_000);
      run.expect("nobody was told without a wake-up or the cron", run.taken().length === 0);
      await run.stack.consumer.setFaults([{ binding: "HANDLER", mode: "together", matching: "cron" }]);
      await sweepAtOnce(run, 5);
    },
  },
];
