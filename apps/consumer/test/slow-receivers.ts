import type { Dependencies } from "../src/dependencies.ts";
import { testNow } from "./deliver-messages.ts";

interface Request {
  host: string;
  /** Milliseconds UTC. */
  begunAt: number;
}

interface Waiting {
  until: number;
  end: () => void;
}

/** Long enough for whoever got an answer to begin what comes next. */
const turnMs = 2;

/**
 * Receivers that take `msOf(host)`, and answer; or, taking ten seconds or more, never do. On a clock of their own, which goes on only when
 * everybody waits: ten minutes of hanging pass at once.
 */
export function slowReceivers(msOf: (host: string) => number) {
  let clockMs = testNow;
  let isRunning = false;
  const begun: Request[] = [];
  const waiting: Waiting[] = [];

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      let seen: number;
      do {
        seen = begun.length;
        await scheduler.wait(turnMs);
      } while (begun.length > seen);
      const next = Math.min(...waiting.map(({ until }) => until));
      clockMs = Math.max(clockMs, next);
      const over = waiting.filter(({ until }) => until <= clockMs);
      waiting.splice(0, waiting.length, ...waiting.filter(({ until }) => until > clockMs));
      for (const { end } of over) end();
    }
    isRunning = false;
  }

  const fetch = ((input: RequestInfo | URL) =>
    new Promise<Response>((resolve, reject) => {
      const { host } = new URL(new Request(input).url);
      const ms = msOf(host);
      begun.push({ host, begunAt: clockMs });
      const end = () => (ms < 10_000 ? resolve(new Response("Accepted")) : reject(new Error("no answer")));
      waiting.push({ until: clockMs + ms, end });
      if (!isRunning) void run();
    })) as Dependencies["fetch"];

  return {
    begun,
    fetch,
    now: () => clockMs,
    pass: (ms: number) => {
      clockMs += ms;
    },
  };
}
