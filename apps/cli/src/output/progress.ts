import { progress as progressBar } from "@clack/prompts";
import { asCalled } from "./as-called.ts";
import { harmless } from "../text/harmless.ts";
import type { Outside } from "../outside/outside.ts";

/** How far a long task is; on standard error. */
export interface Progress {
  /** @param what as a sentence without an end, such as "replayed 120 of 300" */
  at(done: number, what: string): void;
  end(what: string): void;
}

/** Without a terminal a line is written when this much time has passed. */
const lineEveryMs = 2_000;

/** A bar where a person looks, plain lines elsewhere. @param interrupted the last words when Ctrl-C ends the command */
export function startProgress(
  outside: Pick<Outside, "stderr" | "now" | "calledAs">,
  { total, what, interrupted }: { total: number; what: string; interrupted: string },
): Progress {
  const { stderr, now } = outside;
  if (stderr.isTTY !== true) return plainLines((line) => stderr.write(`${harmless(line)}\n`), now);
  const bar = progressBar({
    max: Math.max(1, total),
    output: stderr,
    cancelMessage: asCalled(interrupted, outside),
  });
  let shown = 0;
  bar.start(harmless(what));
  return {
    at(done, current) {
      bar.advance(Math.max(0, done - shown), harmless(current));
      shown = Math.max(shown, done);
    },
    end: (last) => bar.stop(harmless(last)),
  };
}

function plainLines(write: (line: string) => void, now: () => number): Progress {
  let lastAt: number | null = null;
  let lastLine = "";
  const say = (line: string) => {
    if (line === lastLine) return;
    lastAt = now();
    lastLine = line;
    write(line);
  };
  return {
    at(_done, what) {
      if (lastAt === null || now() - lastAt >= lineEveryMs) say(what);
    },
    end: say,
  };
}
