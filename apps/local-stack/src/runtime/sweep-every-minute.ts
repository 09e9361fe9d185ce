import type { Miniflare } from "miniflare";

const minuteMs = 60_000;

/** Fires the consumer's cron now and then every minute, and when it is asked to; the first sweep is over when this resolves. */
export async function sweepEveryMinute(
  miniflare: Miniflare,
): Promise<{ sweep: () => Promise<void>; stop(): void }> {
  let running = false;
  const sweep = async () => {
    if (running) return;
    running = true;
    try {
      // Got anew each time: workerd may have been started again since.
      const consumer = await miniflare.getWorker("consumer");
      await consumer.scheduled({ cron: "* * * * *", scheduledTime: new Date() });
    } catch (error) {
      console.error("The sweep could not be started:", error);
    } finally {
      running = false;
    }
  };
  await sweep();
  const timer = setInterval(() => void sweep(), minuteMs);
  return { sweep, stop: () => clearInterval(timer) };
}
