import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Services } from "./find-services.ts";
import { runProcess, runToEnd, type RunningProcess } from "./run-process.ts";

/** PostgreSQL on loopback with its own defaults and a database of its own in `stateDir`; it may not answer yet. */
export function startPostgres(
  { initdb, postgres }: Services,
  stateDir: string,
  port: number,
): RunningProcess {
  const data = join(stateDir, "postgres");
  const owner = postgresOwner();
  mkdirSync(data, { mode: 0o700 });
  if (owner !== null) {
    chmodSync(stateDir, 0o711);
    chownSync(data, owner.userId, owner.groupId);
  }
  const user = owner?.name ?? null;
  const cluster = ["--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8"];
  runToEnd({ command: initdb, args: ["--pgdata", data, ...cluster], cwd: data, user });
  const listening = ["-h", "127.0.0.1", "-p", String(port), "-k", ""];
  return runProcess({ command: postgres, args: ["-D", data, ...listening], cwd: data, user });
}

/** Who PostgreSQL runs as when we are root, which it refuses to be; null: as whom we are. */
function postgresOwner() {
  if (process.getuid?.() !== 0) return null;
  const name = ["postgres", "nobody"].find((user) => idOf("-u", user) !== null);
  if (name === undefined) throw new Error("PostgreSQL does not run as root, and there is no other user");
  return { name: name, userId: idOf("-u", name) ?? 0, groupId: idOf("-g", name) ?? 0 };
}

function idOf(kind: "-u" | "-g", user: string): number | null {
  const { status, stdout } = spawnSync("id", [kind, user], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : null;
}
