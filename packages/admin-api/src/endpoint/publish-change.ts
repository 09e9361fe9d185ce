import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import type { AdminDependencies, Changed } from "../dependencies.ts";

/** As long as a caller waits for the edge; what takes longer goes on behind the answer, or is left to the sweep. */
const publishTimeLimitMs = 2_000;

/** Brings what was committed to the edge, and then does `onPublished`. Never throws; false when some of it is left to the sweep. */
export async function publishChange(
  changed: Changed,
  {
    dependencies,
    keepAlive,
  }: { dependencies: AdminDependencies; keepAlive: (work: Promise<unknown>) => void },
  onPublished: () => Promise<void>,
): Promise<boolean> {
  const work = dependencies.publish(changed).then(async (isPublished) => {
    if (isPublished) await onPublished();
    return isPublished;
  });
  keepAlive(work.catch(() => false));
  try {
    return await withTimeLimit(publishTimeLimitMs, work);
  } catch {
    // The change itself is committed, and stale rows say what is left.
    return false;
  }
}
