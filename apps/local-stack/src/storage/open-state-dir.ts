import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartRefused } from "../start-refused.ts";
import type { StackSettings } from "../settings/stack-settings.ts";

/** Why a folder cannot be written, by the system's name for it. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "it is on a disk that is mounted read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk's quota is used up",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "there is a file of that name",
  ENAMETOOLONG: "its name is too long",
};

/**
 * Makes the state folder, for this user alone: leads lie in it, and so does all that this process and its children write from now on.
 * @throws StartRefused where it cannot be written, with why and what to do.
 */
export function openStateDir({
  stateDir,
  stateDirGiven,
}: Pick<StackSettings, "stateDir" | "stateDirGiven">): void {
  process.umask(0o077);
  try {
    mkdirSync(stateDir, { recursive: true, mode: 0o700 });
    chmodSync(stateDir, 0o700);
    const probe = join(stateDir, `.probe-${process.pid}`);
    writeFileSync(probe, "x");
    rmSync(probe);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = reasons[code];
    if (reason === undefined) throw error;
    throw new StartRefused(
      `LeadRelay cannot keep its state in ${stateDirGiven}: ${reason} (${code}). Mend that, or name another folder with STATE_DIR=<folder>.`,
    );
  }
}
