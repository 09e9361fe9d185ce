import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The local stack's own master key: made once, kept in `stateDir` where only its owner can read it. */
export function localMasterKey(stateDir: string): string {
  const file = join(stateDir, "master-key");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(stateDir, { recursive: true });
  const key = `local:${randomBytes(32).toString("base64")}`;
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: "wx" });
  return key;
}
