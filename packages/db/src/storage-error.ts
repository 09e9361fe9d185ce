import { RowTooBig } from "./json-rows.ts";

/**
 * conflict: another consumer wrote first (or a row of ours is twice in one batch) · constraint: the row itself is wrong ·
 * too_big: D1 will never take it · unavailable: connection, timeout — the write's outcome is unknown ·
 * overloaded: too much waits for D1, and this was not begun · other: missing table, full database, our own fault.
 */
export type StorageErrorKind = "conflict" | "constraint" | "too_big" | "unavailable" | "overloaded" | "other";

const guardTable = "commit_guard";

/** Reads what D1 throws. The texts are D1's own (developers.cloudflare.com/d1/observability/debug-d1). */
export function classifyStorageError(error: unknown): StorageErrorKind {
  if (error instanceof RowTooBig) return "too_big";
  const text = error instanceof Error ? `${error.message} ${causeText(error)}` : String(error);
  if (/UNIQUE constraint failed|PRIMARY KEY/i.test(text)) return "conflict";
  if (/CHECK constraint failed/i.test(text) && text.includes("unchanged")) return "conflict";
  if (text.includes(guardTable)) return "conflict";
  if (/SQLITE_CONSTRAINT|constraint failed/i.test(text)) return "constraint";
  if (/SQLITE_TOOBIG|string or blob too big|malformed JSON|too large/i.test(text)) return "too_big";
  if (/overloaded|too many requests queued|queued for too long/i.test(text)) return "overloaded";
  if (
    /connection|disconnected|timeout|timed out|storage operation exceeded|reset because|was reset|starting up|fetch failed|unavailable|transient|internal error/i.test(
      text,
    )
  )
    return "unavailable";
  return "other";
}

/** D1 may answer the same call a moment later: it is away, or has too much to do. */
export function mayPass(error: unknown): boolean {
  const kind = classifyStorageError(error);
  return kind === "unavailable" || kind === "overloaded";
}

const causeText = (error: Error) => (error.cause instanceof Error ? error.cause.message : "");
