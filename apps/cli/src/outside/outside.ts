import type { Readable, Writable } from "node:stream";

/** A stream a person may sit at. */
export type InputStream = Readable & { isTTY?: boolean };
export type OutputStream = Writable & { isTTY?: boolean; columns?: number };

export type Environment = Readonly<Record<string, string | undefined>>;

/** A program run to its end. `shown`: it wrote to our standard error itself, and `output` is empty. */
export type RunProgram = (
  command: string,
  args: readonly string[],
  options: { cwd: string; shown: boolean },
) => Promise<{ status: number; output: string }>;

/** All that the command line reaches outside itself. */
export interface Outside {
  env: Environment;
  cwd: string;
  /** What is typed for this program here: `leadrelay`, `./leadrelay`. */
  calledAs: string;
  /** Where this person's settings and credentials are. */
  configDir: string;
  stdin: InputStream;
  stdout: OutputStream;
  stderr: OutputStream;
  fetch: (request: Request) => Promise<Response>;
  runProgram: RunProgram;
  /** Milliseconds UTC. */
  now: () => number;
  /** Cryptographic, in hexadecimal. */
  randomHex: (bytes: number) => string;
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<void>;
  /** An IANA name; undefined is the machine's own. */
  timeZone: string | undefined;
}
