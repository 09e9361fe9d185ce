import { spawn } from "node:child_process";
import type { RunProgram } from "./outside.ts";

/** Starts a program without a shell. What it shows goes to standard error: standard output is ours. */
export const runProgram: RunProgram = (command, args, { cwd, shown }) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", shown ? 2 : "pipe", shown ? 2 : "pipe"] });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ status: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }),
    );
  });
