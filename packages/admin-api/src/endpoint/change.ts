import type { Statement } from "@leadrelay/db/statement";
import type { Answer } from "./answer.ts";
import type { AuditEntry } from "./audit-entry.ts";

/** What an operation wants written, all of it or none, and what it then answers. */
export interface Change<Body> {
  answer: Answer<Body>;
  control?: readonly Statement<unknown>[];
  /** Writes to a client's lead database; in the same transaction when that is the control database. */
  lead?: { database: string; statements: readonly Statement<unknown>[] };
  /** Empty only when nothing changed. */
  audit: readonly AuditEntry[];
}
