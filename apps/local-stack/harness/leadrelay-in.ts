import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "../src/settings/repository-root.ts";
import type { TestStack } from "./start-stack.ts";

const node24 = join(repositoryRoot, "node_modules/.bin/node");
const main = join(repositoryRoot, "apps/cli/src/main.ts");

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface Leadrelay {
  /** Runs it to its end. @param input what is piped into it */
  run(args: readonly string[], input?: string): Promise<Ended>;
  /** Runs it and reads its result; throws with what it said when it ends badly. */
  json<Result>(...args: string[]): Promise<Result>;
  /** Starts it, to be killed. */
  start(args: readonly string[]): { child: ChildProcess; ended: Promise<Ended> };
}

/** The command line for a stack, without a terminal; settings and credentials are kept in `folder`. @param more environment */
export function leadrelayIn(
  folder: string,
  stack: Pick<TestStack, "consumerUrl">,
  more: Record<string, string> = {},
): Leadrelay {
  const env = {
    PATH: process.env["PATH"],
    LEADRELAY_CONFIG_DIR: folder,
    LEADRELAY_URL: stack.consumerUrl,
    ...more,
  };
  const start = (args: readonly string[], input = "") => {
    const child = spawn(node24, [main, ...args], { cwd: folder, env });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.stdin.end(input);
    const ended = new Promise<Ended>((resolve) => {
      child.once("close", (code) => resolve({ code, out, err }));
    });
    return { child, ended };
  };
  const run = (args: readonly string[], input?: string) => start(args, input).ended;
  return {
    run,
    start,
    async json<Result>(...args: string[]) {
      const { code, out, err } = await run([...args, "--output", "json"]);
      if (code !== 0) throw new Error(`leadrelay ${args.join(" ")} ended with ${code}:\n${err}`);
      return JSON.parse(out) as Result;
    },
  };
}
