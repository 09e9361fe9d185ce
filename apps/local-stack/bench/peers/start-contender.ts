import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePorts } from "../../harness/free-ports.ts";
import type { Services } from "./services/find-services.ts";
import { runProcess } from "./services/run-process.ts";
import { startPostgres } from "./services/start-postgres.ts";

/** Redis, PostgreSQL, and the contender's two processes. */
export interface Contender {
  port: number;
  /** Ends all four; what they stored goes with them. */
  stop: () => Promise<void>;
}

/** Starts the contender with its state in a folder of its own, each part as it is usually run; resolves when posts are taken. */
export async function startContender(
  services: Services,
  folder: string,
  receiverUrl: string,
): Promise<Contender> {
  const [port = 0, redisPort = 0, postgresPort = 0] = await freePorts(3);
  const stateDir = mkdtempSync(join(tmpdir(), "leadrelay-peers-"));
  const running = [
    startRedis(services, stateDir, redisPort),
    startPostgres(services, stateDir, postgresPort),
  ];
  const stop = async () => {
    // An immediate shutdown for PostgreSQL; all others end with it as they would be with SIGTERM.
    for (const each of running.toReversed()) await each.stop("SIGQUIT");
    rmSync(stateDir, { recursive: true, force: true });
  };
  const env = {
    PORT: String(port),
    REDIS_PORT: String(redisPort),
    POSTGRES_PORT: String(postgresPort),
    RECEIVER: receiverUrl,
  };
  try {
    for (const program of ["worker.mjs", "api.mjs"]) {
      const started = runProcess({ command: process.execPath, args: [program], cwd: folder, env });
      running.push(started);
      await started.printed("ready");
    }
    return { port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** With the log that survives a crash but for its last second, as BullMQ's own guide asks for. */
function startRedis({ redis }: Services, stateDir: string, port: number) {
  const cwd = join(stateDir, "redis");
  mkdirSync(cwd);
  const durable = ["--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "noeviction"];
  const args = ["--bind", "127.0.0.1", "--port", String(port), ...durable];
  return runProcess({ command: redis, args, cwd });
}
