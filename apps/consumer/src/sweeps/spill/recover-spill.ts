import { kvPrefixes } from "@leadrelay/contracts/kv-keys";
import { chunkBySize } from "@leadrelay/core/batching/chunk-by-size";
import type { Swept } from "@leadrelay/core/sweeps/next-continuation";
import type { Dependencies } from "../../dependencies.ts";
import { messageLimitBytes, sendBatchLimits } from "../../queues/send-in-batches.ts";
import { leaving, openBudget } from "../budget.ts";
import { kvRecords } from "../kv-records.ts";
import { buryBroken } from "./bury-broken.ts";
import { sendSpilled } from "./send-spilled.ts";
import { callsToSettle, settleRefused } from "./settle-refused.ts";
import { parseSpilled, type Refused, type Spilled } from "./spilled.ts";

/** A run's worth. */
const mostRecords = 800;
/** To send one and to delete it: with fewer left, some of a page may still lie there. */
const callsForOne = 2;
/** Left for refusals, so that those before others are counted, and buried, in the busiest minute too. */
export const reservedForRefused = 20 * callsToSettle;

/**
 * Brings spilled submissions back to the queue, oldest first. Killed between send and delete it sends twice, under the same id.
 * @param from where an earlier run stopped; "" for the oldest
 */
export async function recoverSpill(
  dependencies: Dependencies,
  budget = openBudget(),
  from = "",
): Promise<Swept> {
  const sending = leaving(budget, reservedForRefused);
  const refused: Refused[] = [];
  let moved = 0;
  let next: string | null = from;
  const wanted = { from, limit: mostRecords };
  for await (const page of kvRecords(dependencies.kv, kvPrefixes.spill, wanted, sending)) {
    const { records } = page;
    const spilled = records.map(parseSpilled).filter((one) => one !== undefined);
    for (const batch of chunkBySize(spilled, sendBatchLimits, bytesOf)) {
      // One call to send them, and one to delete each.
      const affordable = batch.slice(0, Math.max(0, sending.left - 1));
      const mayProbe = moved > 0 || refused.length === 0;
      const result = await sendSpilled(dependencies, affordable, { mayProbe, budget: sending });
      sending.take(result.taken.length);
      await Promise.all(result.taken.map(({ key }) => dependencies.kv.delete(key)));
      moved += result.taken.length;
      refused.push(...result.refused.map((one) => ({ key: one.key, bytes: bytesOf(one) })));
    }
    await buryBroken(
      dependencies,
      records.filter((record) => parseSpilled(record) === undefined),
      sending,
    );
    if (sending.left < callsForOne) break;
    ({ next } = page);
  }
  // While the queue takes nothing, a refusal says nothing about the record.
  const blamed = moved > 0 ? refused : refused.filter(({ bytes }) => bytes > messageLimitBytes);
  for (const one of blamed) if (budget.take(callsToSettle)) await settleRefused(dependencies, one);
  return { moved, next };
}

const bytesOf = ({ text }: Spilled) => new TextEncoder().encode(text).length;
