import type { Flag } from "./flag.ts";

/** Who did what to what; `detail_json` holds neither secrets nor contact details. */
export interface AuditLogTable {
  id: string;
  agency_id: string | null;
  client_id: string | null;
  actor_kind: "operator" | "key" | "system";
  actor_id: string;
  actor_name: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  detail_json: string;
  request_id: string | null;
  created_at: number;
  /** 1: contact details were read, nothing changed. */
  is_read: Flag;
}
