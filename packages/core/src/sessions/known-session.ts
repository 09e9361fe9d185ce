import type { SessionRow } from "./session-row.ts";

/** What a decision sees of a session that is stored. */
export type KnownSession = Pick<
  SessionRow,
  | "session_id"
  | "network"
  | "started_at"
  | "last_seen_at"
  | "duration_ms"
  | "scroll_percent"
  | "clicks"
  | "page_views"
  | "events"
  | "returns"
  | "asn"
  | "bot_score"
  | "submissions"
  | "submitted_at"
>;

/** What is stored of the browser that a submission came from. */
export interface SessionFacts {
  /** The visitor's, newest first; at most thirty. */
  ofVisitor: readonly KnownSession[];
  /** What its address did in the last day; null: nobody asked. */
  atNetwork: { sessions: number; submissions: number } | null;
}
