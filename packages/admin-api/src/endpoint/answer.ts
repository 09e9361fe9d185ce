import type { AuditEntry } from "../access/audit-entry.ts";

/** A successful answer. `version` becomes the ETag; `status` is the operation's own unless said otherwise. */
export interface Answer<Body> {
  body: Body;
  status?: 200 | 201 | 202;
  version?: number;
  headers?: Record<string, string>;
  /** Of a reading that the clients can see in their audit log; written before it is answered. A change has its own. */
  audit?: readonly AuditEntry[];
}
