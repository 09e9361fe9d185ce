import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Makes Miniflare start workerd so that it dies with this process even on `kill -9`, and does not see the terminal's
 * Ctrl-C before we have stopped it ourselves. Linux only; elsewhere an orphan is reported as a busy port.
 */
export function makeWorkerdDieWithUs(stateDir: string): void {
  if (process.platform !== "linux" || process.env["MINIFLARE_WORKERD_PATH"] !== undefined) return;
  if (!runs("setpriv", ["--pdeathsig", "KILL", "true"]) || !runs("setsid", ["true"])) return;
  mkdirSync(stateDir, { recursive: true });
  const launcher = join(stateDir, "workerd.sh");
  const command = `exec setsid setpriv --pdeathsig KILL ${JSON.stringify(workerdPath())} "$@"`;
  writeFileSync(launcher, `#!/bin/sh\n${command}\n`);
  chmodSync(launcher, 0o755);
  process.env["MINIFLARE_WORKERD_PATH"] = launcher;
}

const runs = (command: string, args: string[]) => spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** The binary that Miniflare itself would start. */
function workerdPath(): string {
  const fromMiniflare = createRequire(createRequire(import.meta.url).resolve("miniflare"));
  return (fromMiniflare("workerd") as { default: string }).default;
}
