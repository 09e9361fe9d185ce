import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptions } from "miniflare";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeWorkerdDieWithUs } from "../../src/runtime/die-with-parent.ts";

export interface RunningWorkers {
  miniflare: Miniflare;
  /** Where their state is, until `stop`. */
  stateDir: string;
  /** The port a Worker listens on. */
  portOf(worker: string): Promise<number>;
  /** Of its workerd. */
  pids(): number[];
  /** Kills workerd at once, in whatever it does; state stays, for others to start on. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Where workerd is started from, the next one too: it must outlive each one's state. */
let launcherDir: string | undefined;

const temporaryFolder = () => mkdtempSync(join(tmpdir(), "leadrelay-bench-"));

function keptUntilExit(folder: string): string {
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Workers on one workerd with state of their own, on disk as the local stack has it; gone with `stop`. */
export async function startWorkers(
  workers: readonly V4WorkerOptions[],
  stateDir = temporaryFolder(),
): Promise<RunningWorkers> {
  launcherDir ??= keptUntilExit(temporaryFolder());
  makeWorkerdDieWithUs(launcherDir);
  const options = convertV4MiniflareOptions({
    host: "127.0.0.1",
    port: 0,
    cf: false,
    resourcePersistencePath: join(stateDir, "v3"),
    // Log lines are written as in production and read by nobody.
    handleStructuredLogs: ({ level, message }) => level === "error" && process.stderr.write(`${message}\n`),
    workers: workers.map((worker) => ({ ...worker, unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }] })),
  });
  const miniflare = new Miniflare(options);
  await miniflare.ready;
  return {
    miniflare,
    stateDir,
    portOf: async (worker) => Number((await miniflare.unsafeGetDirectURL(worker)).port),
    pids: workerdPids,
    async kill() {
      for (const pid of workerdPids()) process.kill(pid, "SIGKILL");
      await miniflare.dispose();
    },
    stop: async () => {
      await miniflare.dispose();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

/** Of every workerd that this process has started. */
const workerdPids = () =>
  spawnSync("pgrep", ["-P", String(process.pid), "workerd"], { encoding: "utf8" })
    .stdout.split("\n")
    .filter((line) => line !== "")
    .map(Number);
