import type { NewDeadLetter } from "@leadrelay/contracts/dead-letter";
import { logEvent } from "@leadrelay/contracts/log-event";
import { chunkBySize, parameterLimits } from "@leadrelay/core/batching/chunk-by-size";
import { insertDeadLetters } from "@leadrelay/db/dead-letters/insert-dead-letters";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../dependencies.ts";
import { letterDatabase } from "./letter-database.ts";

/** Writes letters to D1, all or none; throws what D1 throws. */
export async function storeDeadLetters(
  dependencies: Dependencies,
  letters: readonly NewDeadLetter[],
  database: string,
): Promise<void> {
  const nowMs = dependencies.now();
  const statements = chunkBySize(letters, parameterLimits).map((chunk) =>
    insertDeadLetters(pipelineScope, chunk, nowMs),
  );
  await runBatch(letterDatabase(dependencies, database), statements);
  for (const { id, kind, cause, submission_id } of letters)
    logEvent("dead_letter.recorded", { id, kind, cause, submission_id });
}
