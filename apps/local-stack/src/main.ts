import { InvalidSettings } from "@leadrelay/contracts/settings";
import { announce } from "./announce.ts";
import { readStackSettings } from "./settings/stack-settings.ts";
import { StartRefused } from "./start-refused.ts";
import { tellSlow } from "./runtime/tell-slow.ts";
import { startStack, type Stack } from "./start-stack.ts";

/** Longer than a stop takes, with ten seconds for the sends under way; a stuck one must not hold the terminal. */
const stopDeadlineMs = 16_000;
/** The terminal's Ctrl-C reaches us twice: from the terminal, and passed on by scripts/start.mjs. Another one comes later. */
const sameSignalMs = 500;

let stack: Stack | undefined;
let stoppingSince: number | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
// Started by scripts/start.mjs: when that is killed outright, nobody is left to stop us.
process.on("disconnect", () => process.exit(1));

try {
  const settings = readStackSettings(process.env);
  stack = await startStack(
    settings,
    process.env,
    tellSlow((line) => console.error(line)),
  );
  console.log(announce(settings));
} catch (error) {
  const expected = error instanceof StartRefused || error instanceof InvalidSettings;
  console.error(expected ? error.message : error);
  process.exit(1);
}

async function stop(): Promise<void> {
  if (stoppingSince !== undefined) {
    if (Date.now() - stoppingSince > sameSignalMs) process.exit(130);
    return;
  }
  stoppingSince = Date.now();
  if (stack !== undefined)
    console.log(
      "Stopping once the sends under way have ended, ten seconds at most; Ctrl-C again ends at once.",
    );
  setTimeout(() => process.exit(0), stopDeadlineMs).unref();
  try {
    await stack?.stop();
    console.log("Stopped.");
    process.exit(0);
  } catch (error) {
    console.error("Stopping failed:", error);
    process.exit(1);
  }
}
