import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { key, you } from "./fake-installation.ts";
import { newFolder } from "./outside-in-memory.ts";

const main = join(import.meta.dirname, "../src/main.ts");
const server = createServer((request, response) => {
  const isSigned = request.headers["x-leadrelay-key"] === key.id;
  response.writeHead(isSigned ? 200 : 401, { "content-type": "application/json" });
  response.end(JSON.stringify(isSigned ? you : {}));
});
let origin = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** The command as a process of its own, without a terminal. */
const start = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const variables = { PATH: process.env["PATH"], LEADRELAY_CONFIG_DIR: newFolder(), ...env };
    const options = { cwd: newFolder(), env: variables, encoding: "utf8" } as const;
    execFile(process.execPath, [main, ...args], options, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    ).stdin?.end();
  });

it("a process signs, asks, and writes its result alone on standard output", async () => {
  const env = { LEADRELAY_URL: origin, LEADRELAY_KEY_ID: key.id, LEADRELAY_KEY_SECRET: key.secret };
  const { code, out, err } = await start(["whoami", "-o", "json"], env);
  expect([code, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toEqual(you);
});

it("a process that is not signed in ends with 3, without a stack trace", async () => {
  const { code, out, err } = await start(["whoami", "--url", origin]);
  expect([code, out]).toEqual([3, ""]);
  expect(err).toMatch(/^error: You are not signed in to /);
  expect(err).not.toContain("    at ");
});

it("a process without a terminal does not wait for an answer", async () => {
  const { code, err } = await start(["login", "--url", origin]);
  expect(code).toBe(2);
  expect(err).toContain("give --email");
});

it("a checkout's own ./leadrelay names commands as they are typed there", async () => {
  const cwd = join(import.meta.dirname, "../../..");
  const err = await new Promise<string>((resolve) => {
    execFile("sh", ["-c", "./leadrelay"], { cwd, encoding: "utf8" }, (_error, _out, text) => resolve(text));
  });
  expect(err).toContain("`./leadrelay --help` lists them.");
});

it("a reader that closes early is no error", async () => {
  const { code, err } = await new Promise<{ code: number; err: string }>((resolve) => {
    const env = { PATH: process.env["PATH"], LEADRELAY_CONFIG_DIR: newFolder() };
    const command = `"${process.execPath}" "${main}" completion bash | true; exit \${PIPESTATUS[0]}`;
    execFile("bash", ["--norc", "-c", command], { env, encoding: "utf8" }, (error, _out, text) =>
      resolve({ code: error === null ? 0 : Number(error.code), err: text }),
    );
  });
  expect([code, err]).toEqual([0, ""]);
});
