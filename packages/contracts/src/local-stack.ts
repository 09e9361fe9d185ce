import * as z from "zod/mini";

/** What only the local stack's own process knows, as it tells it at `GET /facts` of the binding `LOCAL_STACK`. Times in ms UTC. */
export const localStackSchema = z.object({
  /** Where each database's file is, by its binding. */
  database_files: z.record(z.string(), z.string()),
  /** Room for files on the disk that the state folder is on; null where that is not told. */
  disk_free_bytes: z.nullable(z.number()),
  /** null: the journal takes what is posted. */
  journal_trouble: z.nullable(
    z.object({
      /** What it said last. */
      error: z.string(),
      since: z.int(),
      last_at: z.int(),
      /** Posts answered 503 since. */
      refused: z.int(),
    }),
  ),
});
export type LocalStackFacts = z.infer<typeof localStackSchema>;

/** With less room a database cannot write: its log grows by pages before a commit. workerd itself says only "internal error". */
export const leastDiskFreeBytes = 1_000_000;
