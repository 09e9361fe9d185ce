import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { calledAs } from "./called-as.ts";
import { configDir } from "./config-dir.ts";
import type { Outside } from "./outside.ts";
import { runProgram } from "./run-program.ts";

/** This process's own outside. */
export const processOutside = (): Outside => ({
  env: process.env,
  cwd: process.cwd(),
  calledAs: calledAs({ env: process.env, cwd: process.cwd(), script: process.argv[1] ?? "" }),
  configDir: configDir(process.env),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  fetch: (request) => fetch(request),
  runProgram,
  now: () => Date.now(),
  randomHex: (bytes) => randomBytes(bytes).toString("hex"),
  wait: (ms) => wait(ms),
  timeZone: undefined,
});
