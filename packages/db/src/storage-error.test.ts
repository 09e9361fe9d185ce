import { expect, it } from "vitest";
import { RowTooBig } from "./json-rows.ts";
import {
  classifyStorageError,
  isOutcomeUnknown,
  mayPass,
  outageIn,
  storageOutages,
} from "./storage-error.ts";

it.each([
  [
    "conflict",
    "UNIQUE constraint failed: leads.id: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_PRIMARYKEY)",
  ],
  [
    "conflict",
    "CHECK constraint failed: unchanged = 1: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_CHECK)",
  ],
  ["constraint", "NOT NULL constraint failed: leads.form_id: SQLITE_CONSTRAINT"],
  ["constraint", "CHECK constraint failed: outcome IN ('new_lead', 'duplicate'): SQLITE_CONSTRAINT"],
  ["too_big", "string or blob too big: SQLITE_TOOBIG"],
  ["unavailable", "Network connection lost."],
  ["unavailable", "D1 DB reset because its code was updated."],
  ["unavailable", "Internal error while starting up D1 DB storage caused object to be reset."],
  ["unavailable", "Internal error in D1 DB storage caused object to be reset."],
  ["unavailable", "Cannot resolve D1 DB due to transient issue on remote node."],
  ["unavailable", "Can't read from request stream because client disconnected."],
  ["unavailable", "D1 DB storage operation exceeded timeout which caused object to be reset."],
  ["overloaded", "D1 DB is overloaded. Requests queued for too long."],
  ["overloaded", "D1 DB is overloaded. Too many requests queued."],
  ["overloaded", "Too many requests queued."],
  ["unavailable", "D1 DB's isolate exceeded its memory limit and was reset."],
  ["unavailable", "D1 DB exceeded its CPU time limit and was reset."],
  ["unavailable", "storage timeout"],
  ["other", "no such table: leads: SQLITE_ERROR"],
  ["full", "Exceeded maximum DB size."],
  ["full", "Exceeded maximum DB size: SQLITE_ERROR"],
  [
    "full",
    "Your account has exceeded D1's maximum account storage limit, please contact Cloudflare to raise your limit.",
  ],
  ["full", "database or disk is full: SQLITE_FULL"],
  ["full", "Your account has exceeded D1's free tier daily row write limit."],
  ["full", "database is full"],
  ["full", "write failed: no space left on device"],
  ["full", "ENOSPC"],
  ["full", "storage quota exceeded"],
  ["full", "The database has reached its storage capacity"],
  ["read_only", "database is read-only"],
  ["read_only", "The database is in read-only mode"],
  ["read_only", "EROFS: read-only file system"],
  ["damaged", "malformed database schema (leads)"],
  ["damaged", "database corruption at line 1"],
  ["damaged", "file is encrypted or is not a database"],
  ["unavailable", "out of memory: SQLITE_NOMEM"],
  ["unavailable", "interrupted: SQLITE_INTERRUPT"],
  ["overloaded", "exceeded the subrequest limit"],
  ["read_only", "attempt to write a readonly database: SQLITE_READONLY"],
  ["damaged", "database disk image is malformed: SQLITE_CORRUPT"],
  ["damaged", "file is not a database: SQLITE_NOTADB"],
  ["overloaded", "database is locked: SQLITE_BUSY"],
  ["overloaded", "database table is locked: SQLITE_LOCKED"],
  ["overloaded", "Too many subrequests by single Worker invocation."],
  ["overloaded", "Too many API requests by single worker invocation."],
  ["unavailable", "disk I/O error: SQLITE_IOERR"],
  ["unavailable", "disk I/O error: SQLITE_IOERR (extended: SQLITE_IOERR_WRITE)"],
  ["unavailable", "unable to open database file: SQLITE_CANTOPEN"],
])("means %s: %s", (kind, text) => {
  expect(classifyStorageError(new Error(`D1_ERROR: ${text}`))).toBe(kind);
  expect(classifyStorageError(new Error("D1_ERROR", { cause: new Error(text) }))).toBe(kind);
});

it("a row over D1's limit is too big before D1 sees it", () => {
  expect(classifyStorageError(new RowTooBig("2 MB"))).toBe("too_big");
});

it.each([
  ["Network connection lost.", true],
  ["D1 DB is overloaded. Too many requests queued.", true],
  ["UNIQUE constraint failed: leads.id", false],
  ["NOT NULL constraint failed: leads.form_id", false],
  ["string or blob too big", false],
  ["no such table: leads", false],
  ["Exceeded maximum DB size.", false],
  ["attempt to write a readonly database", false],
  ["database disk image is malformed", false],
])("%s may pass: %s", (text, passes) => {
  expect(mayPass(new Error(`D1_ERROR: ${text}`))).toBe(passes);
});

it.each([
  ["Network connection lost.", "unavailable"],
  ["Exceeded maximum DB size.", "full"],
  ["UNIQUE constraint failed: leads.id", undefined],
  ["NOT NULL constraint failed: leads.form_id", undefined],
  ["no such table: leads", undefined],
])("%s is the database's own failing: %s", (text, outage) => {
  expect(outageIn(new Error(`D1_ERROR: ${text}`))).toBe(outage);
});

it("only of a database that did not answer nobody knows whether it wrote", () => {
  expect(storageOutages.filter(isOutcomeUnknown)).toEqual(["unavailable"]);
});
