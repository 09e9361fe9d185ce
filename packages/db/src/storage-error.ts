import { RowTooBig } from "./json-rows.ts";

/**
 * How a database can fail all that is asked of it, or all writes. unavailable: connection, timeout, disk: a write's outcome is unknown ·
 * overloaded: too much waits for D1, or this invocation has asked too often, and this was not begun · full, read_only, damaged: D1
 * refused it, and a write did not happen; of a full or read-only one reading goes on.
 */
export const storageOutages = ["unavailable", "overloaded", "full", "read_only", "damaged"] as const;
export type StorageOutage = (typeof storageOutages)[number];

/**
 * conflict: another consumer wrote first (or a row of ours is twice in one batch) · constraint: the row itself is wrong ·
 * too_big: D1 will never take it · other: missing table, our own fault.
 */
export type StorageErrorKind = "conflict" | "constraint" | "too_big" | StorageOutage | "other";

const guardTable = "commit_guard";

/** Their texts: D1's own (developers.cloudflare.com/d1/observability/debug-d1), those of its limits, and SQLite's result codes. */
const outageTexts: readonly (readonly [StorageOutage, RegExp])[] = [
  [
    "full",
    /exceeded maximum db size|(?:maximum|limit reached:?) account storage|storage (?:limit|quota|capacity)|(?:disk|database) is full|SQLITE_FULL|no space left|ENOSPC|EDQUOT|(?:daily|free tier).*limit/i,
  ],
  ["read_only", /SQLITE_READONLY|read-?only (?:database|mode|file system)|database is read-?only|EROFS/i],
  [
    "damaged",
    /SQLITE_CORRUPT|SQLITE_NOTADB|disk image is malformed|malformed database schema|database corruption|is not a database/i,
  ],
  [
    "overloaded",
    /overloaded|too many requests queued|queued for too long|SQLITE_BUSY|SQLITE_LOCKED|(?:database|table).* is locked|too many subrequests|subrequest limit|too many API requests by single worker/i,
  ],
  [
    "unavailable",
    /connection|disconnected|timeout|timed out|storage operation exceeded|reset because|was reset|starting up|fetch failed|unavailable|transient|internal error|SQLITE_IOERR|disk I\/O error|SQLITE_CANTOPEN|SQLITE_PROTOCOL|SQLITE_NOMEM|SQLITE_INTERRUPT|out of memory|EACCES|unable to open database/i,
  ],
];

/** Reads what D1 throws. */
export function classifyStorageError(error: unknown): StorageErrorKind {
  if (error instanceof RowTooBig) return "too_big";
  const text = error instanceof Error ? `${error.message} ${causeText(error)}` : String(error);
  if (/UNIQUE constraint failed|PRIMARY KEY/i.test(text)) return "conflict";
  if (/CHECK constraint failed/i.test(text) && text.includes("unchanged")) return "conflict";
  if (text.includes(guardTable)) return "conflict";
  if (/SQLITE_CONSTRAINT|constraint failed/i.test(text)) return "constraint";
  if (/SQLITE_TOOBIG|string or blob too big|malformed JSON|too large/i.test(text)) return "too_big";
  return outageTexts.find(([, texts]) => texts.test(text))?.[0] ?? "other";
}

/** How the database itself fails; undefined for an error that is of what was asked. */
export function outageIn(error: unknown): StorageOutage | undefined {
  const kind = classifyStorageError(error);
  return storageOutages.find((outage) => outage === kind);
}

/** The database refused a write, and can be read. */
export function takesNoChange(error: unknown): boolean {
  const kind = classifyStorageError(error);
  return kind === "full" || kind === "read_only";
}

/** Whether a write that failed so may have been made all the same. */
export const isOutcomeUnknown = (outage: StorageOutage): boolean => outage === "unavailable";

/** D1 may answer the same call a moment later: it is away, or has too much to do. */
export function mayPass(error: unknown): boolean {
  const kind = classifyStorageError(error);
  return kind === "unavailable" || kind === "overloaded";
}

const causeText = (error: Error) => (error.cause instanceof Error ? error.cause.message : "");
