import * as z from "zod/mini";

/**
 * What the edge must know of a source, in KV under `config:source:{hash of its key}`: of the key itself nothing, and its settings sealed with
 * `INTAKE_MASTER_KEY`.
 */
export const sourceSnapshotSchema = z.object({
  v: z.literal(1),
  source_id: z.string(),
  kind: z.string(),
  name: z.string(),
  form_key: z.string(),
  enabled: z.boolean(),
  /** Of a key that was rotated: until when it is still found by it, ms UTC; null: it is the one of now. */
  until: z.nullable(z.number()),
  sealed_settings: z.string(),
});
export type SourceSnapshot = z.infer<typeof sourceSnapshotSchema>;

/** Where a source's settings are sealed to: in D1, and in KV as they stand there. */
export const sealedSourceAt = (id: string) => ({ table: "sources", row: id, column: "sealed_settings" });
