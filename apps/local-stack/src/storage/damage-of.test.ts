import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { damageOf } from "./damage-of.ts";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "leadrelay-damage-"))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A file of some hundred pages, with junk written over a part of it. */
function database(junk: { from: number; bytes: number } | null): string {
  const file = join(folder, "d1.sqlite");
  const made = new DatabaseSync(file);
  made.exec("CREATE TABLE leads (id INTEGER PRIMARY KEY, name TEXT)");
  const insert = made.prepare("INSERT INTO leads (name) VALUES (?)");
  for (let each = 0; each < 500; each += 1) insert.run("x".repeat(800));
  made.close();
  if (junk === null) return file;
  const handle = openSync(file, "r+");
  writeSync(handle, Buffer.alloc(junk.bytes, 0xa5), 0, junk.bytes, junk.from);
  closeSync(handle);
  return file;
}

it.each<[string, { from: number; bytes: number } | null, boolean]>([
  ["a whole file is not damaged", null, false],
  ["one whose beginning is gone is", { from: 0, bytes: 4_096 }, true],
  ["one that lost pages in its middle is", { from: 40_960, bytes: 40_960 }, true],
])("%s", (_what, junk, isDamaged) => {
  expect(damageOf(database(junk)) !== null).toBe(isDamaged);
});
