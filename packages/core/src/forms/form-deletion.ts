/** The edge may know a form this long after it was deleted: its cache, and KV's own. What it takes until then is stored. */
const edgeForgetsMs = 60_000;

/** Whether a submission that came at `receivedAt` (ms) came while its form took posts, as far as the edge knew. */
export const tookPosts = ({ deleted_at }: { deleted_at: number | null }, receivedAt: number): boolean =>
  deleted_at === null || receivedAt <= deleted_at + edgeForgetsMs;

/** For how long after its deletion a form can be restored, and what came for it be released. */
export const restorableForMs = 30 * 24 * 3_600_000;

/** Whether a form deleted then can still be restored. */
export const isRestorable = (deletedAt: number, nowMs: number): boolean =>
  nowMs - deletedAt <= restorableForMs;
