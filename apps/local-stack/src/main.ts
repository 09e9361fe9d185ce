import { InvalidSettings } from "@leadrelay/contracts/settings";
import { announce } from "./announce.ts";
import { readStackSettings } from "./settings/stack-settings.ts";
import { StartRefused } from "./start-refused.ts";
import { startStack, type Stack } from "./start-stack.ts";

/** Longer than a stop takes; a stuck one must not hold the terminal. */
const stopDeadlineMs = 5_000;

try {
  const settings = readStackSettings(process.env);
  const stack = await startStack(settings, process.env);
  stopOnSignals(stack);
  console.log(announce(settings));
} catch (error) {
  const expected = error instanceof StartRefused || error instanceof InvalidSettings;
  console.error(expected ? error.message : error);
  process.exit(1);
}

function stopOnSignals(stack: Stack): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), stopDeadlineMs).unref();
    stack.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error("Stopping failed:", error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  // Started by scripts/start.mjs: when that is killed outright, nobody is left to stop us.
  process.on("disconnect", () => process.exit(1));
}
