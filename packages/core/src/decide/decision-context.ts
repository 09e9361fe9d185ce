import type { Policy } from "./facts.ts";

/** Clock and ids of one decision; given, so that the same input decides the same. */
export interface DecisionContext {
  policy: Policy;
  nowMs: number;
  /** A new UUIDv7. */
  newId: () => string;
}
