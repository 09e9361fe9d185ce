import type { Statement } from "@leadrelay/db/statement";
import type { Actor } from "../access/caller.ts";
import type { Answer } from "./answer.ts";

/** What the audit log keeps of a change. `detail` holds no secret and no contact detail. */
export interface AuditEntry {
  agencyId: string | null;
  clientId: string | null;
  /** As `form.updated`. */
  action: string;
  subject: { kind: string; id: string };
  detail?: Record<string, unknown>;
  /** Who did it, where the request came from nobody yet. */
  actor?: Actor;
}

/** What an operation wants written, all of it or none, and what it then answers. */
export interface Change<Body> {
  answer: Answer<Body>;
  control?: readonly Statement<unknown>[];
  /** Writes to a client's lead database; in the same transaction when that is the control database. */
  lead?: { database: string; statements: readonly Statement<unknown>[] };
  /** Empty only when nothing changed. */
  audit: readonly AuditEntry[];
}
