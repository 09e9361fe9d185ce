import type { Statement } from "@leadrelay/db/statement";
import type { Changed } from "../dependencies.ts";
import type { Answer } from "./answer.ts";
import type { AuditEntry } from "../access/audit-entry.ts";

/** What an operation wants written, all of it or none, and what it then answers. */
export interface Change<Body> {
  answer: Answer<Body>;
  control?: readonly Statement<unknown>[];
  /** Writes to a client's lead database; in the same transaction when that is the control database. */
  lead?: { database: string; statements: readonly Statement<unknown>[] };
  /** Empty only when nothing changed. */
  audit: readonly AuditEntry[];
  /** Part of a constraint's name, as D1 throws it → the sentence of the 409 it stands for. */
  conflicts?: Record<string, string>;
  /** What must be published once it is committed. Its `answer`, if any, is given when that did not have to wait. */
  publish?: { changed: Changed; answer?: Answer<Body> };
  /** A guard that fails says no more than that somebody else was first: decide anew instead of refusing. */
  decideAnew?: boolean;
  /** What hastens it once it is committed, and would happen without it too. Never throws. */
  afterwards?: () => Promise<void>;
}
