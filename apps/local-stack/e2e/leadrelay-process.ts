import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll } from "vitest";
import { repositoryRoot } from "../src/settings/repository-root.ts";
import type { TestStack } from "./start-stack.ts";

const node24 = join(repositoryRoot, "node_modules/.bin/node");
const main = join(repositoryRoot, "apps/cli/src/main.ts");

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

interface Leadrelay {
  /** Runs it to its end. @param input what is piped into it */
  run(args: readonly string[], input?: string): Promise<Ended>;
  /** Runs it and reads its result; throws with what it said when it ends badly. */
  json<Result>(...args: string[]): Promise<Result>;
  /** Starts it, to be killed. */
  start(args: readonly string[]): { child: ChildProcess; ended: Promise<Ended> };
}

/** The command line for a stack, without a terminal, with settings and credentials of its own. @param more environment */
export function leadrelayFor(stack: TestStack, more: Record<string, string> = {}): Leadrelay {
  const folder = newFolder();
  const env = {
    PATH: process.env["PATH"],
    LEADRELAY_CONFIG_DIR: folder,
    LEADRELAY_URL: stack.consumerUrl,
    LEADRELAY_INTAKE_URL: stack.producerUrl,
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

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "leadrelay-cli-"));
  folders.push(folder);
  return folder;
}

// A test file may ask for one before its first test: they go with the file.
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What the stack tells whoever starts it, a moment after it is ready. */
export async function demoOwnerOf(stack: TestStack): Promise<{ email: string; password: string }> {
  const told = await eventually(() => /(\S+@\S+), password (\S+)/.exec(stack.output()) ?? undefined);
  const [, email = "", password = ""] = told;
  return { email, password };
}

const patienceMs = 20_000;

/** What `look` finds, as soon as it finds something; throws what it threw last, or that there was nothing. */
export async function eventually<Found>(
  look: () => Found | undefined | Promise<Found | undefined>,
): Promise<Found> {
  let last: unknown = new Error("There was nothing in time");
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await wait(200)) {
    try {
      const found = await look();
      if (found !== undefined) return found;
    } catch (error) {
      last = error;
    }
  }
  throw last;
}
