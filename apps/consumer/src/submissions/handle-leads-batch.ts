import type { Dependencies } from "../dependencies.ts";

export async function handleLeadsBatch(batch: MessageBatch, _dependencies: Dependencies): Promise<void> {
  batch.retryAll();
}
