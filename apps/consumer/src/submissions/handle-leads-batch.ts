import type { Dependencies } from "../dependencies.ts";

export async function handleLeadsBatch(
  batch: MessageBatch<unknown>,
  _dependencies: Dependencies,
): Promise<void> {
  batch.retryAll();
}
