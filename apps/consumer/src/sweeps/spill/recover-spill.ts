import { kvPrefixes } from "@leadrelay/contracts/kv-keys";
import { chunkBySize } from "@leadrelay/core/batching/chunk-by-size";
import type { Dependencies } from "../../dependencies.ts";
import { messageLimitBytes, sendBatchLimits } from "../../queues/send-in-batches.ts";
import { kvRecords } from "../kv-records.ts";
import { buryBroken } from "./bury-broken.ts";
import { sendSpilled } from "./send-spilled.ts";
import { settleRefused } from "./settle-refused.ts";
import { parseSpilled, type Refused, type Spilled } from "./spilled.ts";

/** A minute's worth: each is a delete, and an invocation may make a thousand operations. */
const mostRecords = 800;

/** Brings spilled submissions back to the queue, oldest first. Killed between send and delete it sends twice, under the same id. */
export async function recoverSpill(dependencies: Dependencies): Promise<number> {
  const refused: Refused[] = [];
  let moved = 0;
  for await (const records of kvRecords(dependencies.kv, kvPrefixes.spill, mostRecords)) {
    const spilled = records.map(parseSpilled).filter((one) => one !== undefined);
    for (const batch of chunkBySize(spilled, sendBatchLimits, bytesOf)) {
      const result = await sendSpilled(dependencies, batch, moved > 0 || refused.length === 0);
      await Promise.all(result.taken.map(({ key }) => dependencies.kv.delete(key)));
      moved += result.taken.length;
      refused.push(...result.refused.map((one) => ({ key: one.key, bytes: bytesOf(one) })));
    }
    await buryBroken(
      dependencies,
      records.filter((record) => parseSpilled(record) === undefined),
    );
  }
  // While the queue takes nothing, a refusal says nothing about the record.
  const blamed = moved > 0 ? refused : refused.filter(({ bytes }) => bytes > messageLimitBytes);
  for (const one of blamed) await settleRefused(dependencies, one);
  return moved;
}

const bytesOf = ({ text }: Spilled) => new TextEncoder().encode(text).length;
