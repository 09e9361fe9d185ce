import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { StartRefused } from "../start-refused.ts";
import { openStateDir } from "./open-state-dir.ts";

let folder: string;
let umask: number;
beforeEach(() => {
  umask = process.umask();
  folder = mkdtempSync(join(tmpdir(), "leadrelay-state-"));
});
afterEach(() => {
  process.umask(umask);
  rmSync(folder, { recursive: true, force: true });
});

const open = (stateDir: string) => openStateDir({ stateDir, stateDirGiven: "my-state" });
const modeOf = (path: string) => statSync(path).mode & 0o777;

it("a new folder, and what is written from then on, are this user's alone", () => {
  const stateDir = join(folder, "a", "b");
  open(stateDir);
  writeFileSync(join(stateDir, "leads.sqlite"), "");
  expect([modeOf(stateDir), modeOf(join(stateDir, "leads.sqlite"))]).toEqual([0o700, 0o600]);
});

it("a folder of before is closed to others", () => {
  const stateDir = join(folder, "old");
  mkdirSync(stateDir);
  chmodSync(stateDir, 0o755);
  open(stateDir);
  expect(modeOf(stateDir)).toBe(0o700);
});

it.each([
  ["a file of that name", "file", "there is a file of that name (EEXIST)"],
  ["a file on the way", "file/state", "a part of the path is a file (ENOTDIR)"],
])("where there is %s it says so, and what to do, in one sentence", (_what, path, reason) => {
  writeFileSync(join(folder, "file"), "");
  const refused = () => open(join(folder, path));
  expect(refused).toThrow(StartRefused);
  expect(refused).toThrow(
    `LeadRelay cannot keep its state in my-state: ${reason}. Mend that, or name another folder with STATE_DIR=<folder>.`,
  );
});
