import type { Fault } from "../run/fault.ts";
import { leadrelayOf } from "../run/leadrelay-of.ts";
import type { Run } from "../run/run.ts";

/** Half of the leads wait for a receiver that is down, the other half in the spill; then somebody takes something away. */
async function deleteInFlight(run: Run, ...command: string[]): Promise<void> {
  const leadrelay = await leadrelayOf(run);
  run.receiver.answers(() => ({ status: 503 }));
  await run.postMany(Math.ceil(run.leads / 2));
  await run.until(
    "the first half is stored",
    () => run.stored().submissions.length >= run.acknowledged.length,
  );
  await run.stack.producer.setFaults([{ binding: "LEADS_QUEUE", mode: "fail" }]);
  await run.postMany(Math.floor(run.leads / 2));
  const { code, err } = await leadrelay.run([...command, "--yes"]);
  run.expect(`${command.join(" ")} ends with 0, not ${code}: ${err}`, code === 0);
  await run.stack.producer.setFaults([]);
  run.receiver.answers(() => ({}));
  await run.stack.sweep();
}

/** What people change while leads are under way. */
export const changeFaults: Fault[] = [
  {
    name: "23-replay-twice-and-killed",
    about: "dead letters replayed by two people at once, killed half-way and replayed again",
    async play(run) {
      const leadrelay = await leadrelayOf(run);
      // Or what comes after ten refusals would be held, and none of it would die.
      await leadrelay.run(["destination", "change", "dst_demo_make", "--hold-after-refusals", "0"]);
      run.receiver.answers(() => ({ status: 400, body: "Invalid data structure" }));
      await run.postMany(run.leads);
      await run.until(
        "each has its letter",
        () => run.stored().deliveries.filter(({ hasOpenLetter }) => hasOpenLetter).length >= run.leads,
      );
      run.receiver.answers(() => ({ afterMs: 20 }));
      const replay = () => leadrelay.run(["queue", "replay", "--per-second", "60", "--apply", "--yes"]);
      const replays = [replay(), replay()];
      await run.until("half of them arrived", () => run.taken().length >= run.leads / 3);
      await run.kill();
      await run.startAgain();
      replays.push(replay());
      await Promise.all(replays);
    },
  },
  {
    name: "28-destination-deleted",
    about: "the destination deleted while leads wait for it and others are in the spill",
    async play(run) {
      run.rules.ends.push("cancelled", "kept");
      await deleteInFlight(run, "destination", "delete", "dst_demo_make");
    },
  },
  {
    name: "28-form-deleted",
    about: "the form deleted while leads wait and others are in the spill",
    async play(run) {
      run.rules.ends.push("letter");
      const [form] = await run.stack.query<{ id: string }>(
        "SELECT id FROM forms WHERE form_key = 'frm_demo'",
      );
      await deleteInFlight(run, "form", "delete", form?.id ?? "");
    },
  },
  {
    name: "28-client-deleted",
    about: "the client deleted while leads wait and others are in the spill",
    async play(run) {
      run.rules.ends.push("cancelled", "kept", "letter", "held");
      await deleteInFlight(run, "client", "delete", "cli_demo");
    },
  },
];
