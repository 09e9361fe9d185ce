import type { Dependencies } from "../dependencies.ts";

export async function handleDlqBatch(batch: MessageBatch, _dependencies: Dependencies): Promise<void> {
  batch.retryAll();
}
