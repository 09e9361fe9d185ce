import { setTimeout as wait } from "node:timers/promises";
import type { Fault } from "../run/fault.ts";
import type { Run } from "../run/run.ts";

const unsettled = (run: Run) => run.stored().deliveries.filter(({ status }) => status === "in_flight").length;

/** Posts, and kills everything once it has come so far. */
async function killWhen(run: Run, what: string, come: () => boolean): Promise<void> {
  let gone = false;
  const posting = run.postMany(run.leads).then(() => (gone = true));
  await run.until(
    "something is acknowledged",
    () => gone || run.acknowledged.length >= Math.min(40, run.leads),
  );
  await run.until(what, come);
  if (!run.short) await posting;
  await run.kill();
  await posting;
}

/** Everything killed at once, at each step of a lead's way. */
export const crashFaults: Fault[] = [
  {
    name: "6-crash-before-commit",
    about: "killed while D1 is asked to commit",
    async play(run) {
      await run.stack.consumer.setFaults([
        { binding: "DB", mode: "slow", delayMs: 60_000, matching: "INSERT INTO lead_submissions" },
      ]);
      await killWhen(run, "a commit is under way", () => run.acknowledged.length > 0);
      run.expect("nothing was stored", run.stored().submissions.length === 0);
      await run.startAgain();
    },
  },
  {
    name: "7-crash-after-commit",
    about: "killed after the commit, before the wake-up",
    settings: { FIRST_ATTEMPTS: "0" },
    async play(run) {
      await run.stack.consumer.setFaults([{ binding: "DELIVERIES_QUEUE", mode: "hang" }]);
      await killWhen(run, "something is stored", () => run.stored().submissions.length > 0);
      run.expect("nothing was sent", run.receiver.sends.length === 0);
      await run.startAgain();
    },
  },
  {
    name: "8-crash-after-claim",
    about: "killed after a claim, before its sends",
    settings: { FIRST_ATTEMPTS: "0" },
    async play(run) {
      await run.stack.consumer.setFaults([
        { binding: "DB", mode: "late", matching: "SET status = 'in_flight'" },
      ]);
      await killWhen(run, "something is claimed", () => unsettled(run) > 0);
      run.expect("nothing was sent", run.receiver.sends.length === 0);
      await run.startAgain();
    },
  },
  {
    name: "9-crash-before-settle",
    about: "killed after the receiver's 200, before it is written",
    async play(run) {
      run.receiver.answers(() => ({ afterMs: 500 }));
      const posting = run.postMany(run.leads);
      await run.until("the receiver is asked", () => run.receiver.sends.length > 0);
      await run.stack.consumer.setFaults([{ binding: "DB", mode: "slow", delayMs: 60_000 }]);
      await run.until("the receiver said 200", () => run.taken().length > 0);
      await posting;
      await wait(1_000);
      await run.kill();
      run.receiver.answers(() => ({}));
      await run.startAgain();
    },
  },
  {
    name: "22-lease-runs-out",
    about: "leases of 31 s run out while their worker lives, because D1 takes 45 s to settle",
    settings: { DELIVERY_TIMEOUT_MS: "1000", FIRST_ATTEMPTS: "0" },
    share: 0.5,
    async play(run) {
      const posting = run.postMany(run.leads);
      await run.until("something is sent", () => run.taken().length > 0);
      await run.stack.consumer.setFaults([
        { binding: "DB", mode: "slow", delayMs: 45_000, matching: "UPDATE deliveries", times: 2 },
      ]);
      await posting;
      await wait(50_000);
    },
  },
  {
    name: "30-kill-9-under-load",
    about: "`kill -9` of everything under load, twice, the second while it takes up what the first left",
    async play(run) {
      for (const round of [1, 2]) {
        const enough = Math.ceil((run.leads * round) / 2);
        let gone = false;
        const posting = run.postWhile(() => !gone);
        await run.until("enough is acknowledged", () => run.acknowledged.length >= enough);
        await wait(run.random.below(500));
        await run.kill();
        gone = true;
        await posting;
        await run.startAgain();
      }
    },
  },
];
