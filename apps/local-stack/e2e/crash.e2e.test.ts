import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { newPerson } from "./person.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();

const callers = 20;
const underLoadMs = 2_500;

/** Posts as fast as `callers` can, until the stack is gone; resolves with every id it acknowledged. */
async function postUntilGone(gone: () => boolean): Promise<string[]> {
  const acknowledged: string[] = [];
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (!gone()) {
        const { ip, ...fields } = newPerson();
        try {
          const answer = await stack().post(JSON.stringify(fields), {
            "content-type": "application/json",
            "cf-connecting-ip": ip,
          });
          const { submission_id } = await answer.json<{ submission_id: string }>();
          if (answer.status === 202) acknowledged.push(submission_id);
        } catch {
          await wait(5);
        }
      }
    }),
  );
  return acknowledged;
}

test("kill -9 of everything under load loses no acknowledged lead, and stores none twice", async () => {
  let gone = false;
  const posting = postUntilGone(() => gone);
  await wait(underLoadMs);
  await stack().kill9();
  gone = true;
  const acknowledged = await posting;
  expect(acknowledged.length).toBeGreaterThan(100);
  await stack().restart();

  const stored = () =>
    stack().query<{ id: string; times: number }>(
      `SELECT j.value AS id, (SELECT count(*) FROM lead_submissions s WHERE s.client_id = 'cli_demo' AND s.public_id = j.value) AS times
       FROM json_each(?) AS j`,
      JSON.stringify(acknowledged),
    );
  await expect
    .poll(async () => (await stored()).filter(({ times }) => times !== 1), { timeout: 30_000, interval: 500 })
    .toEqual([]);
});
