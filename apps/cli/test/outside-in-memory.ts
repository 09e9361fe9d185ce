import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { onTestFinished } from "vitest";
import type { Environment, InputStream, Outside } from "../src/outside/outside.ts";
import type { ExitCode } from "../src/exit/exit-codes.ts";
import { runCli } from "../src/run-cli.ts";

/** What a fake server answers to one request. */
export type FakeServer = (request: Request, body: string) => Response | Promise<Response>;

interface Given {
  env?: Environment;
  /** What is piped into standard input. */
  stdin?: string;
  /** Keys typed at a terminal, each as soon as standard error shows its text; makes all three streams one. */
  typed?: readonly (readonly [shown: string, keys: string])[];
  server?: FakeServer;
  runProgram?: Outside["runProgram"];
  configDir?: string;
  cwd?: string;
  calledAs?: string;
}

interface Ran {
  code: ExitCode;
  out: string;
  err: string;
  /** The requests sent, with their bodies. */
  sent: { request: Request; body: string }[];
  configDir: string;
}

export const testNow = Date.UTC(2026, 10, 21, 12, 0, 0);

/** An empty folder, gone with the test that asks for it. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "leadrelay-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command line in this process, with nothing real around it but its files. */
export async function run(args: readonly string[], given: Given = {}): Promise<Ran> {
  const sent: Ran["sent"] = [];
  const stdout = collector();
  const stderr = collector(given.typed);
  const configDir = given.configDir ?? newFolder();
  let waitedMs = 0;
  const atTerminal = given.typed !== undefined;
  const outside: Outside = {
    env: given.env ?? {},
    cwd: given.cwd ?? newFolder(),
    calledAs: given.calledAs ?? "leadrelay",
    configDir,
    stdin: atTerminal ? stderr.keyboard : piped(given.stdin ?? ""),
    stdout: stdout.stream,
    stderr: Object.assign(stderr.stream, atTerminal ? { isTTY: true, columns: 100 } : {}),
    fetch: async (request) => {
      const body = await request.clone().text();
      sent.push({ request, body });
      if (given.server === undefined)
        throw new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") });
      return given.server(request, body);
    },
    runProgram: given.runProgram ?? (() => Promise.reject(new Error("no program was expected to run"))),
    now: () => testNow + waitedMs,
    randomHex: (bytes) => "0123456789abcdef".repeat(8).slice(0, bytes * 2),
    wait: async (ms) => void (waitedMs += ms),
    timeZone: "Asia/Kolkata",
  };
  const code = await runCli(args, outside);
  return { code, out: stdout.text(), err: stderr.text(), sent, configDir };
}

const piped = (text: string): InputStream => Readable.from(text === "" ? [] : [Buffer.from(text)]);

/** A stream that keeps what is written to it, and a keyboard at which somebody answers what it shows. */
function collector(typed: readonly (readonly [string, string])[] = []) {
  const chunks: Buffer[] = [];
  const text = () => Buffer.concat(chunks).toString("utf8");
  const keyboard = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const waiting = [...typed];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      const [next] = waiting;
      if (next !== undefined && text().includes(next[0])) {
        waiting.shift();
        setImmediate(() => keyboard.write(next[1]));
      }
      done();
    },
  });
  return { stream, text, keyboard: keyboard as InputStream };
}

export const json = (body: unknown, init: ResponseInit = {}): Response => Response.json(body, init);

export const problem = (status: number, type: string, detail: string): Response =>
  new Response(
    JSON.stringify({
      type: `https://leadrelay.dev/problems/${type}`,
      title: `Title of ${type}`,
      status,
      detail,
      request_id: "req_1",
    }),
    { status, headers: { "content-type": "application/problem+json" } },
  );
