import type { Miniflare } from "miniflare";

const everyMs = 2_000;

/**
 * Notices when workerd died by itself (the system's memory ran out, say) and Miniflare started it again: its queues are empty then, and what
 * was got from it before is of no use. @param onRestart is called once for each, when it answers again, with when that was noticed (ms UTC)
 */
export async function watchRestarts(
  miniflare: Pick<Miniflare, "getWorker">,
  onRestart: (noticedAt: number) => Promise<void>,
): Promise<{ stop(): void }> {
  let worker: object = await miniflare.getWorker("consumer");
  let isBusy = false;
  let noticedAt: number | undefined;
  const look = async () => {
    if (isBusy || isUsable(worker)) return;
    isBusy = true;
    // It ended before; what the new one takes until it answers is only queued twice.
    noticedAt ??= Date.now();
    try {
      worker = await miniflare.getWorker("consumer");
      const at = noticedAt;
      noticedAt = undefined;
      await onRestart(at);
    } catch (error) {
      console.error("What was to be done after a restart of workerd could not be done:", error);
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void look(), everyMs);
  return { stop: () => clearInterval(timer) };
}

/** Miniflare refuses whatever is asked of a stub of an earlier workerd, and says so at once. */
function isUsable(worker: object): boolean {
  try {
    return Reflect.has(worker, "fetch") && Reflect.get(worker, "fetch") !== undefined;
  } catch {
    return false;
  }
}
