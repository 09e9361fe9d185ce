#!/usr/bin/env node
import { processOutside } from "./outside/process-outside.ts";
import { runCli } from "./run-cli.ts";

// `leadrelay … | head` closes our output early: that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

process.exitCode = await runCli(process.argv.slice(2), processOutside());
