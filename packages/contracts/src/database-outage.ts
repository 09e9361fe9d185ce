import * as z from "zod/mini";

/** What KV keeps under `database_outage:{binding}` while a database takes no leads; it expires when it was not told for a while. */
export const databaseOutageSchema = z.object({
  /** What the database said last. */
  error: z.string(),
  /** When leads began to wait, ms UTC. */
  since: z.int(),
  /** When one waited last, ms UTC. */
  last_at: z.int(),
});
export type DatabaseOutage = z.infer<typeof databaseOutageSchema>;

/** A message waits five minutes at most for its next try (`outageDelaySeconds`): who has not told for longer has none that waits. */
export const outageNoteSeconds = 600;
