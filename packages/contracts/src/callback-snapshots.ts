import * as z from "zod/mini";

/** What the edge must know of a client's callbacks, in KV under `config:callbacks:{callback key}`: what a secret hashes to, and no secret. */
export const callbackSnapshotSchema = z.object({
  v: z.literal(1),
  client_id: z.string(),
  /**
   * Hexadecimal SHA-256 of the secret, of those that come next, which nobody is told yet, and, during the overlap of a rotation, of the one before;
   * `until` in ms UTC.
   */
  secrets: z.array(z.object({ hash: z.string(), until: z.nullable(z.number()) })),
});
export type CallbackSnapshot = z.infer<typeof callbackSnapshotSchema>;

/** By which keys the tokens of `callback_url`s are known, in KV under `config:callback_keys`. */
export const callbackKeysSchema = z.object({
  v: z.literal(1),
  /** Ed25519, base64url. */
  public_keys: z.array(z.string()),
});
export type CallbackKeys = z.infer<typeof callbackKeysSchema>;
