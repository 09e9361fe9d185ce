#!/usr/bin/env node
import { processOutside } from "./outside/process-outside.ts";
import { runCli } from "./run-cli.ts";

const interrupted = 130;
let isOver = false;

// At a terminal Ctrl-C is a key press, on which the progress bar ends the process as if all were done.
process.on("exit", (code) => {
  if (!isOver && code === 0) process.exitCode = interrupted;
});

// `leadrelay … | head` closes our output early: that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  isOver = true;
  process.exit(0);
});

process.exitCode = await runCli(process.argv.slice(2), processOutside());
isOver = true;
