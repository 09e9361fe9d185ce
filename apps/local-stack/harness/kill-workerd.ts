import { readdirSync, readFileSync } from "node:fs";

/** Kills the workerd of the stack with this state, as a system without memory does, and nothing else of it. Linux only. */
export function killWorkerd(stateDir: string): void {
  const found = readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && isWorkerdOf(pid, stateDir));
  if (found.length === 0) throw new Error(`No workerd runs on ${stateDir}`);
  for (const pid of found) process.kill(Number(pid), "SIGKILL");
}

function isWorkerdOf(pid: string, stateDir: string): boolean {
  try {
    return (
      readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "workerd" &&
      readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(`STATE_DIR=${stateDir}`)
    );
  } catch {
    return false; // It ended meanwhile.
  }
}
