import type { Miniflare } from "miniflare";

const minuteMs = 60_000;

/** Fires the consumer's cron now and then every minute; the first sweep is over when this resolves. */
export async function sweepEveryMinute(miniflare: Miniflare): Promise<{ stop(): void }> {
  const consumer = await miniflare.getWorker("consumer");
  let running = false;
  const sweep = async () => {
    if (running) return;
    running = true;
    try {
      await consumer.scheduled({ cron: "* * * * *", scheduledTime: new Date() });
    } catch (error) {
      console.error("The sweep could not be started:", error);
    } finally {
      running = false;
    }
  };
  await sweep();
  const timer = setInterval(() => void sweep(), minuteMs);
  return { stop: () => clearInterval(timer) };
}
