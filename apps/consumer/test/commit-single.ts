import { runBatch } from "@leadrelay/db/run-batch";
import type { SingleChange } from "@leadrelay/delivery/replay/single-change";
import { env } from "cloudflare:test";

/** Commits a change as the API does, or says why there is none. */
export async function commitSingle(change: SingleChange<unknown>): Promise<string> {
  if (change.kind !== "ready") return change.kind === "refused" ? change.reason : change.kind;
  await runBatch(env.DB, change.lead.statements);
  await change.wake();
  return "done";
}
