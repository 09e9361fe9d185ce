import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePorts } from "./free-ports.ts";
import { postRaw } from "./post-raw.ts";
import { receiverClient, type ReceiverClient } from "./receiver-client.ts";
import { runStack, type StackProcess } from "./stack-process.ts";
import { workerControls, type WorkerControls } from "./worker-controls.ts";

export interface TestStack {
  producerUrl: string;
  consumerUrl: string;
  receiverUrl: string;
  /** Where it keeps what it stores. */
  stateDir: string;
  receiver: ReceiverClient;
  /** Faults of the producer's bindings. */
  producer: WorkerControls;
  /** Faults of the consumer's bindings. */
  consumer: WorkerControls;
  /** Posts to the demo form as a page's form does; redirects are not followed. */
  post(body: BodyInit, headers?: Record<string, string>): Promise<Response>;
  /** What D1 really holds, whatever faults are on. */
  query<Row>(sql: string, ...parameters: unknown[]): Promise<Row[]>;
  /** Runs the cron now. */
  sweep(): Promise<void>;
  /** Everything gone at once, workerd too. */
  kill9(): Promise<void>;
  /** Starts again on the same state, with these settings beside the first ones. */
  restart(settings?: Record<string, string>): Promise<void>;
  /** As Ctrl-C does; resolves with the exit code. */
  interrupt(): Promise<number | null>;
  /** Ends it if it runs, and removes its state. */
  dispose(): Promise<void>;
  output(): string;
}

/** Starts the whole stack on free ports with a state of its own; ready when this resolves. */
export async function startStack(settings: Record<string, string> = {}): Promise<TestStack> {
  const [producer, consumer, receiver] = await freePorts(3);
  const stateDir = await mkdtemp(join(tmpdir(), "leadrelay-e2e-"));
  const first = {
    PORT_PRODUCER: String(producer),
    PORT_CONSUMER: String(consumer),
    PORT_RECEIVER: String(receiver),
    STATE_DIR: stateDir,
    // What a killed stack leaves in its temporary folder goes with its state.
    TMPDIR: stateDir,
    LOCAL_FAULTS: "true",
    LOG_FORMAT: "json",
    ...settings,
  };
  let running: StackProcess = runStack(first);
  const stop = (signal: NodeJS.Signals) => running.end(signal);
  const dispose = async () => {
    await stop("SIGKILL");
    await rm(stateDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    await running.ready();
  } catch (error) {
    await dispose();
    throw error;
  }
  const producerUrl = `http://127.0.0.1:${producer}`;
  const consumerUrl = `http://127.0.0.1:${consumer}`;
  const consumerControls = workerControls(consumerUrl);
  return {
    producerUrl,
    consumerUrl,
    receiverUrl: `http://127.0.0.1:${receiver}`,
    stateDir,
    receiver: receiverClient(`http://127.0.0.1:${receiver}`),
    producer: workerControls(producerUrl),
    consumer: consumerControls,
    async post(body, headers = {}) {
      const form = new Request(`${producerUrl}/f/frm_demo`, { method: "POST", body, headers });
      const browser = { "user-agent": "Mozilla/5.0 (LeadRelay end to end)" };
      return postRaw(form.url, await form.bytes(), { ...browser, ...Object.fromEntries(form.headers) });
    },
    query: (sql, ...parameters) => consumerControls.query(sql, ...parameters),
    sweep: () => consumerControls.sweep(),
    kill9: async () => void (await stop("SIGKILL")),
    async restart(more = {}) {
      await stop("SIGKILL");
      running = runStack({ ...first, ...more });
      await running.ready();
    },
    interrupt: () => stop("SIGINT"),
    dispose,
    output: () => running.output(),
  };
}
