import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { repositoryRoot } from "../settings/repository-root.ts";

/** How an example is told what it verifies with. */
export interface ReceiverSettings {
  LEADRELAY_SECRETS: string;
  SIGNATURE: "standard" | "body_hmac";
}

/** An example that answers requests as if it were called over the net. */
export interface RunningReceiver {
  post(request: Request): Promise<number>;
  stop(): void;
}

interface ExampleReceiver {
  language: string;
  file: string;
  /** Why it cannot run on this machine; undefined where it can. */
  missing: string | undefined;
  start: (settings: ReceiverSettings) => Promise<RunningReceiver>;
}

const pathOf = (file: string) => join(repositoryRoot, "docs/verify-webhooks", file);

const lacks = (tool: string, argument: string) =>
  spawnSync(tool, [argument]).status === 0 ? undefined : `${tool} is not on this machine`;

const served = (
  language: string,
  file: string,
  tool: string,
  argument: string,
  command: (file: string, port: number) => string[],
): ExampleReceiver => ({
  language,
  file,
  missing: lacks(tool, argument),
  async start(settings) {
    const port = await freePort();
    const [program = tool, ...args] = command(pathOf(file), port);
    const env = { ...process.env, ...settings, PORT: String(port) };
    // A group of its own: `go run` starts what it built as a child.
    const running = spawn(program, args, { env, stdio: "ignore", detached: true });
    await untilItListens(port, running);
    return {
      async post(request) {
        const body = new Uint8Array(await request.arrayBuffer());
        const { method, headers } = request;
        return (await fetch(`http://127.0.0.1:${port}/`, { method, headers, body })).status;
      },
      stop: () => void (running.pid !== undefined && process.kill(-running.pid)),
    };
  },
});

/** The Worker needs nothing that is not in Node, too. */
const worker: ExampleReceiver = {
  language: "Cloudflare Worker",
  file: "receiver-worker.js",
  missing: undefined,
  async start(settings) {
    const loaded = (await import(pathOf("receiver-worker.js"))) as {
      default: { fetch(request: Request, env: object): Promise<Response> };
    };
    return {
      post: async (request) => (await loaded.default.fetch(request, settings)).status,
      stop: () => {},
    };
  },
};

/** Every receiver that docs/verify-webhooks.md shows. */
export const exampleReceivers: readonly ExampleReceiver[] = [
  served("Node", "receiver.mjs", process.execPath, "--version", (file) => [process.execPath, file]),
  served("Python", "receiver.py", "python3", "--version", (file) => ["python3", file]),
  served("PHP", "receiver.php", "php", "--version", (file, port) => ["php", "-S", `127.0.0.1:${port}`, file]),
  served("Go", "receiver.go", "go", "version", (file) => ["go", "run", file]),
  worker,
];

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer();
  server.on("error", reject);
  server.listen(0, "127.0.0.1", () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(port));
  });
  return promise;
}

/** Throws where it ends before. */
async function untilItListens(port: number, started: ChildProcess): Promise<void> {
  for (;;) {
    if (started.exitCode !== null) throw new Error(`${started.spawnfile} ended with ${started.exitCode}`);
    try {
      await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: "{}" });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
