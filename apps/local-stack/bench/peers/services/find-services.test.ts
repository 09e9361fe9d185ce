import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findServices } from "./find-services.ts";

/** A folder with these programs in it. */
function folderOf(...programs: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "leadrelay-services-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const program of programs) {
    writeFileSync(join(folder, program), "");
    chmodSync(join(folder, program), 0o755);
  }
  return folder;
}

test("Redis and PostgreSQL are found wherever they are, Valkey in place of Redis", () => {
  const [caches, databases] = [folderOf("valkey-server"), folderOf("initdb", "postgres")];
  expect(findServices([caches, databases])).toEqual({
    redis: join(caches, "valkey-server"),
    initdb: join(databases, "initdb"),
    postgres: join(databases, "postgres"),
  });
});

test.each([[["initdb", "postgres"]], [["redis-server", "postgres"]], [["redis-server", "initdb"]]])(
  "with nothing but %j there is no contender",
  (programs) => {
    expect(findServices([folderOf(...programs), "/no/such/folder"])).toBeUndefined();
  },
);
