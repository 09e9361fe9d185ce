import { setTimeout as wait } from "node:timers/promises";
import type { Fault } from "../run/fault.ts";

/** KV and the journal, which the answer to a post rests on. */
export const bindingFaults: Fault[] = [
  {
    name: "29-kv-fails",
    about: "KV fails for both Workers while leads come in",
    async play(run) {
      const fails = [{ binding: "KV", mode: "fail" as const }];
      await Promise.all([run.stack.producer.setFaults(fails), run.stack.consumer.setFaults(fails)]);
      await run.postMany(run.leads);
      await run.until("they arrive all the same", () => run.taken().length >= run.leads);
    },
  },
  {
    name: "F11-journal-full",
    about: "the journal's disk is full, then KV too, then `kill -9`: only what is on disk is acknowledged",
    async play(run) {
      const full = { mode: "fail" as const, error: "database or disk is full: SQLITE_FULL" };
      const faults = [
        { binding: "JOURNAL", matching: "put", ...full },
        { binding: "KV", matching: "put", ...full },
      ];
      // D1 as well, as on one disk: nothing is stored before the kill.
      await run.stack.consumer.setFaults([{ binding: "DB", mode: "fail", writes: true, error: full.error }]);
      await run.postMany(Math.ceil(run.leads / 2));
      await run.stack.producer.setFaults(faults.slice(0, 1));
      await run.postMany(Math.ceil(run.leads / 4));
      await run.stack.producer.setFaults(faults);
      const before = run.acknowledged.length;
      await run.postMany(Math.floor(run.leads / 4));
      run.expect("what is kept nowhere is refused", run.acknowledged.length === before);
      await run.kill();
      await run.startAgain();
    },
  },
  {
    name: "F16-refused-posts",
    about: "queue and KV refuse: posts answered 503 are not delivered, not even after a restart",
    async play(run) {
      await run.postMany(Math.ceil(run.leads / 2));
      await run.stack.producer.setFaults([
        { binding: "LEADS_QUEUE", mode: "fail" },
        { binding: "KV", mode: "fail", matching: "put" },
      ]);
      const before = run.acknowledged.length;
      await run.postMany(Math.floor(run.leads / 2));
      run.expect("they are refused", run.acknowledged.length === before);
      await run.stack.interrupt();
      await run.startAgain();
      await wait(5_000);
    },
  },
];
