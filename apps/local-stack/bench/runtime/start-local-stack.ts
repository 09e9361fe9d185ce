import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePorts } from "../../harness/free-ports.ts";
import { runStack } from "../../harness/stack-process.ts";

export interface LocalStack {
  producerPort: number;
  /** Starts it, as `npm start` does; resolves when both Workers answer. */
  start(): Promise<void>;
  /** Kills the process at once; state stays. */
  kill(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

/** The whole local stack as a process of its own, with state and ports of its own; its leads go to `receiverUrl`. */
export async function prepareLocalStack(
  receiverUrl: string,
  journal: "on" | "off",
  { inspectorPort = 0 }: { inspectorPort?: number } = {},
): Promise<LocalStack> {
  const [producerPort = 0, consumerPort, receiverPort] = await freePorts(3);
  const stateDir = mkdtempSync(join(tmpdir(), "leadrelay-bench-"));
  const env = {
    PORT_PRODUCER: String(producerPort),
    PORT_CONSUMER: String(consumerPort),
    PORT_RECEIVER: String(receiverPort),
    STATE_DIR: stateDir,
    // What a killed stack leaves in its temporary folder goes with its state.
    TMPDIR: stateDir,
    DEMO_MAKE_URL: receiverUrl,
    JOURNAL: journal,
    LOG_FORMAT: "off",
    INSPECTOR_PORT: String(inspectorPort),
  };
  let running: ReturnType<typeof runStack> | null = null;
  return {
    producerPort,
    async start() {
      running = runStack(env);
      await running.ready();
    },
    kill: async () => void (await running?.end("SIGKILL")),
    async stop() {
      await running?.end("SIGTERM");
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}
