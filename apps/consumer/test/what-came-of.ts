import { runBatch } from "@leadrelay/db/run-batch";
import type { Statement } from "@leadrelay/db/statement";
import { classifyStorageError } from "@leadrelay/db/storage-error";
import { env } from "cloudflare:test";

/** Runs statements as one batch; says `done`, or what kind of storage error aborted all of them. */
export const whatCameOf = (statements: readonly Statement<unknown>[]): Promise<string> =>
  runBatch(env.DB, statements).then(() => "done", classifyStorageError);
