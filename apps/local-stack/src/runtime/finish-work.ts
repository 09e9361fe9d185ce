import type { Miniflare } from "miniflare";

/** As long as the Workers' own patience, and a moment for their answers. */
const patienceMs = 11_000;

/**
 * Has both Workers take nothing more and end what they have in hand, so that no lead is sent twice because of an orderly stop;
 * how much is left when their patience of ten seconds is over.
 */
export async function finishWork(miniflare: Pick<Miniflare, "getWorker">, stopKey: string): Promise<number> {
  const ask = async (name: string) => {
    const worker = await miniflare.getWorker(name);
    const answer = await worker.fetch("http://local-stack/stop", {
      headers: { "x-local-stop-key": stopKey },
    });
    return ((await answer.json()) as { left: number }).left;
  };
  const late = new Promise<number[]>((resolve) => setTimeout(() => resolve([1]), patienceMs).unref());
  // The producer first: what it has just taken, the consumer may still store.
  const asked = (async () => [await ask("producer"), await ask("consumer")])();
  const left = await Promise.race([asked, late]).catch(() => [1]);
  return left.reduce((sum, one) => sum + one, 0);
}
