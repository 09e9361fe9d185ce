import type { SessionRow } from "@leadrelay/core/sessions/session-row";

/** A visit to a page with a form's tag, as far as it was heard of. */
export type SessionsTable = SessionRow;
