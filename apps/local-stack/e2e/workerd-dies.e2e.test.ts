import { expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import { killWorkerd } from "../harness/kill-workerd.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { submitSomebody, submitMany, delivery, sends } = farEnd(stack);

const patient = { timeout: 30_000, interval: 200 };
const notStored = (ids: readonly string[]) =>
  stack().query(
    `SELECT value AS id FROM json_each(?) WHERE NOT EXISTS
       (SELECT 1 FROM lead_submissions WHERE client_id = 'cli_demo' AND public_id = value)`,
    JSON.stringify(ids),
  );

test.runIf(process.platform === "linux")(
  "workerd that dies alone is noticed within seconds: what was acknowledged is stored and sent without anybody's help, and the cron goes on",
  async () => {
    await delivery(await submitSomebody(), "delivered");
    // D1 stands still, so that everything acknowledged is in the queue's memory alone.
    await stack().consumer.setFaults([{ binding: "DB", mode: "hang", delayMs: 30_000 }]);
    const ids = await submitMany(30);
    killWorkerd(stack().stateDir);
    await expect
      .poll(() => stack().output(), patient)
      .toContain("workerd ended by itself and was started again");
    await expect.poll(() => notStored(ids), patient).toEqual([]);
    // Stored comes before sent; two sends of one lead would stay two.
    for (const id of ids)
      await expect.poll(async () => [id, (await sends(id)).length], patient).toEqual([id, 1]);
    expect(stack().output()).not.toContain("poisoned");
    // What comes afterwards is taken as ever.
    await delivery(await submitSomebody(), "delivered");
  },
);
