import type { Miniflare } from "miniflare";

/** Queues again what an earlier run acknowledged and did not commit: the local queue did not outlive it. */
export async function requeueJournal(miniflare: Miniflare, startedAt: number): Promise<void> {
  try {
    const journal = await miniflare.getWorker("journal");
    const answer = await journal.fetch(`http://journal/requeue?before=${startedAt}`, { method: "POST" });
    const { requeued } = (await answer.json()) as { requeued: number };
    if (requeued > 0) console.log(`Queued again from the journal: ${requeued} leads of the last run.`);
  } catch (error) {
    console.error("The journal could not be queued again; the sweep finds its entries:", error);
  }
}
