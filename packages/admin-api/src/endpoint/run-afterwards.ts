import { withTimeLimit } from "@leadrelay/contracts/time-limit";

/** As long as a caller waits for a queue; what takes longer goes on behind the answer. */
const timeLimitMs = 2_000;

/** Does what only hastens a change that is committed. Never throws. */
export async function runAfterwards(
  afterwards: () => Promise<void>,
  { keepAlive }: { keepAlive: (work: Promise<unknown>) => void },
): Promise<void> {
  const work = afterwards().catch(() => {});
  keepAlive(work);
  await withTimeLimit(timeLimitMs, work).catch(() => {});
}
