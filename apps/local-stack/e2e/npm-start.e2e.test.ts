import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { repositoryRoot } from "../src/settings/repository-root.ts";
import { freePorts } from "../harness/free-ports.ts";

let npm: ChildProcess;
let ended: Promise<number | null>;
let stateDir: string;
let healthz: string;

/** As a person types it: npm leads a process group of its own, as in a terminal. */
beforeEach(async () => {
  const [producer, consumer, receiver] = await freePorts(3);
  stateDir = await mkdtemp(join(tmpdir(), "leadrelay-npm-"));
  healthz = `http://127.0.0.1:${producer}/healthz`;
  const ports = {
    PORT_PRODUCER: String(producer),
    PORT_CONSUMER: String(consumer),
    PORT_RECEIVER: String(receiver),
  };
  const env = { ...process.env, ...ports, STATE_DIR: stateDir, TMPDIR: stateDir };
  npm = spawn("npm", ["start"], { cwd: repositoryRoot, env, stdio: "ignore", detached: true });
  ended = new Promise((resolve) => {
    npm.once("exit", resolve);
  });
  await expect.poll(isUp, { timeout: 60_000, interval: 100 }).toBe(true);
});
afterEach(async () => {
  signalGroup("SIGKILL");
  await ended;
  await rm(stateDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

const isUp = async () => {
  try {
    return (await fetch(healthz)).ok;
  } catch {
    return false;
  }
};

function signalGroup(signal: NodeJS.Signals): void {
  try {
    process.kill(-(npm.pid ?? 0), signal);
  } catch {
    // Everybody in it is gone already.
  }
}

test("Ctrl-C on npm start ends it with code 0", async () => {
  signalGroup("SIGINT");
  expect(await ended).toBe(0);
  expect(await isUp()).toBe(false);
});

test("a killed npm leaves nothing running", async () => {
  npm.kill("SIGKILL");
  await expect.poll(isUp, { timeout: 5_000, interval: 100 }).toBe(false);
});
