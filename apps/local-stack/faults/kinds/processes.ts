import { killWorkerd } from "../../harness/kill-workerd.ts";
import { setTimeout as wait } from "node:timers/promises";
import type { Fault } from "../run/fault.ts";

/** Processes that end, and clocks and keys that are others when they start again. */
export const processFaults: Fault[] = [
  {
    name: "24-clock-skew",
    about: "the clock ten minutes ahead, then ten behind, with leads under way",
    async play(run) {
      run.receiver.answers((_send, nth) => (nth === 1 ? { status: 503 } : {}));
      for (const laterMs of [0, 600_000, -1_200_000]) {
        if (laterMs !== 0) {
          await run.stack.interrupt();
          await run.startAgain({}, laterMs);
        }
        await run.postMany(Math.ceil(run.leads / 3));
      }
      await wait(2_000);
      run.receiver.answers(() => ({}));
      await run.stack.interrupt();
      // What was put off while the clock was ahead comes due by then.
      await run.startAgain({}, 1_800_000);
    },
  },
  {
    name: "25-secret-rotated",
    about: "the master key rotated while leads wait for a receiver that is down",
    settings: { DELIVERY_MASTER_KEY: "old:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=" },
    async play(run) {
      run.receiver.answers(() => ({ status: 503 }));
      await run.postMany(run.leads);
      await wait(2_000);
      await run.stack.interrupt();
      run.receiver.answers(() => ({}));
      await run.startAgain({
        DELIVERY_MASTER_KEY:
          "new:HxAeHRwbGhkYFxYVFBMSEREPDg0MCwoJCAcGBQQDAgE=,old:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
      });
    },
  },
  {
    name: "F12-workerd-dies",
    about: "workerd alone is killed under load: the stack notices, and goes on by itself",
    async play(run) {
      let gone = false;
      const posting = run.postWhile(() => !gone);
      await run.until("enough is acknowledged", () => run.acknowledged.length >= run.leads / 2);
      run.rules.crashes += 1;
      killWorkerd(run.stack.stateDir);
      await run.until("it takes leads again", () => run.acknowledged.length >= run.leads, 30_000);
      gone = true;
      await posting;
      await run.until("it says so", () => run.stack.output().includes("workerd ended by itself"), 10_000);
    },
  },
  {
    name: "F17-orderly-stop",
    about: "stopped by Ctrl-C under load, three times, with a receiver that takes 1.5 s",
    async play(run) {
      run.receiver.answers(() => ({ afterMs: 1_500 }));
      for (const round of [1, 2, 3]) {
        const enough = (run.leads * round) / 3;
        let gone = false;
        const posting = run.postWhile(() => !gone && run.acknowledged.length < enough);
        await run.until("enough is acknowledged", () => run.acknowledged.length >= enough);
        await run.until("something is under way", () =>
          run.receiver.sends.some(({ status }) => status === null),
        );
        run.expect("it ends well", (await run.stack.interrupt()) === 0);
        gone = true;
        await posting;
        if (round === 3) run.receiver.answers(() => ({}));
        await run.startAgain();
      }
    },
  },
];
