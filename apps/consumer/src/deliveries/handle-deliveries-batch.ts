import type { Dependencies } from "../dependencies.ts";

export async function handleDeliveriesBatch(batch: MessageBatch, _dependencies: Dependencies): Promise<void> {
  batch.retryAll();
}
