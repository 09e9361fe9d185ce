import { spawn, spawnSync } from "node:child_process";

/** A program that runs beside the bench. */
export interface RunningProcess {
  /** Resolves when it has printed this line; rejects with what it said when it ends before. */
  printed(line: string): Promise<void>;
  /** Ends it and waits until it is gone. */
  stop(signal: NodeJS.Signals): Promise<void>;
}

interface Program {
  command: string;
  args: readonly string[];
  cwd: string;
  env?: Record<string, string>;
  /** Whose it is; ours without it. */
  user?: string | null;
}

/** Starts a program that ends with us, on Linux whatever becomes of us. */
export function runProcess({ command, args, cwd, env = {}, user = null }: Program): RunningProcess {
  const [program = command, ...rest] = [...launcher(user), command, ...args];
  const child = spawn(program, rest, { cwd, env: { ...process.env, ...env } });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  let over = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      over = true;
      resolve();
    };
    child.once("close", end);
    child.once("error", end);
  });
  return {
    printed: (line) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (output.split("\n").includes(line)) resolve();
        };
        child.stdout.on("data", look);
        look();
        void ended.then(() => reject(new Error(`${command} ended: ${output}`)));
      }),
    async stop(signal) {
      if (!over) child.kill(signal);
      await ended;
    },
  };
}

/** Runs a program to its end; throws with what it said when that is a failure. */
export function runToEnd({ command, args, cwd, user = null }: Program): void {
  const [program = command, ...rest] = [...launcher(user), command, ...args];
  const done = spawnSync(program, rest, { cwd, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${command} failed: ${done.stderr || String(done.error)}`);
}

function launcher(user: string | null): string[] {
  if (process.platform !== "linux") return [];
  const as = user === null ? [] : ["--reuid", user, "--regid", user, "--clear-groups"];
  return ["setpriv", ...as, "--pdeathsig", "KILL"];
}
