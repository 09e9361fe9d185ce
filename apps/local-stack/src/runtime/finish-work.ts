import { stopHeaders } from "../../entry/stop-headers.ts";
import type { Workers } from "./workers.ts";

/** Both together, as README and docs say of a stop. */
const patienceMs = 10_000;
/** A post that still trickles in is not taken yet, and nobody was told that it is: the sends of what was taken need the rest. */
const producerPatienceMs = 2_000;
/** For their answers. */
const graceMs = 1_000;

/**
 * Has both Workers take nothing more and end what they have in hand, so that no lead is sent twice because of an orderly stop;
 * how much is left when their patience of ten seconds is over.
 */
export async function finishWork(miniflare: Workers, stopKey: string): Promise<number> {
  const begunAt = Date.now();
  const ask = async (name: string, ms: number) => {
    const worker = await miniflare.getWorker(name);
    const answer = await worker.fetch("http://local-stack/stop", {
      headers: { [stopHeaders.key]: stopKey, [stopHeaders.patienceMs]: String(ms) },
    });
    return ((await answer.json()) as { left: number }).left;
  };
  const late = new Promise<number[]>((resolve) =>
    setTimeout(() => resolve([1]), patienceMs + graceMs).unref(),
  );
  // The producer first: what it has just taken, the consumer may still store.
  const asked = (async () => {
    const ofProducer = await ask("producer", producerPatienceMs);
    return [ofProducer, await ask("consumer", patienceMs - (Date.now() - begunAt))];
  })();
  const left = await Promise.race([asked, late]).catch(() => [1]);
  return left.reduce((sum, one) => sum + one, 0);
}
