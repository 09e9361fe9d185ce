import { spawn, type ChildProcess } from "node:child_process";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const repositoryRoot = resolve(import.meta.dirname, "../../..");
const node24 = join(repositoryRoot, "node_modules/.bin/node");
const main = join(repositoryRoot, "apps/local-stack/src/main.ts");
/** What Node made of the sources once: some forty stacks are started, and each loads Miniflare and Wrangler. */
const compiled = join(repositoryRoot, "node_modules/.cache/node");
const readyDeadlineMs = 90_000;

/** One run of the local stack as a process of its own. It ends with the test process, whatever becomes of that. */
export interface StackProcess {
  /** Resolves when both Workers answer; rejects with all it printed when it ends before. */
  ready(): Promise<void>;
  /** Sends the signal and resolves with the exit code when the process is gone; null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  /** Everything printed so far. */
  output(): string;
}

export function runStack(env: Record<string, string>): StackProcess {
  // The fourth channel is how the stack learns that we are gone.
  const child: ChildProcess = spawn(node24, [main], {
    cwd: repositoryRoot,
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: process.env["HOME"] ?? "",
      NODE_COMPILE_CACHE: compiled,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
  let over = false;
  const ended = new Promise<number | null>((done) => {
    child.once("close", (code) => {
      over = true;
      done(code);
    });
  });
  const addresses = [env["PORT_PRODUCER"], env["PORT_CONSUMER"]].map(
    (port) => `http://127.0.0.1:${port}/healthz`,
  );
  return {
    ended,
    output: () => output,
    async ready() {
      for (const deadline = Date.now() + readyDeadlineMs; Date.now() < deadline; await wait(50)) {
        if (over) throw new Error(`The stack ended before it was ready:\n${output}`);
        if ((await Promise.all(addresses.map(answers))).every(Boolean)) return;
      }
      throw new Error(`The stack was not ready in time:\n${output}`);
    },
    async end(signal) {
      if (!over) child.kill(signal);
      return ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
