import type { IncomingHttpHeaders } from "node:http";

/** One request to the hook, as it came. Parsing waits until somebody looks: benchmarks post thousands a second. */
export interface Received {
  /** Milliseconds UTC. */
  received_at: number;
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
  /** What it was answered; null while it waits, and for one left hanging. */
  status: number | null;
}

const kept = 25_000;

export interface ReceivedLog {
  add(received: Received): void;
  /** Oldest first. */
  all(): readonly Received[];
  /** How many older ones were let go. */
  forgotten(): number;
  clear(): void;
}

/** The newest requests to the hook: at least 25 000, at most twice that. */
export function createReceivedLog(): ReceivedLog {
  let entries: Received[] = [];
  let forgotten = 0;
  return {
    add(received) {
      if (entries.length >= 2 * kept) {
        entries = entries.slice(kept);
        forgotten += kept;
      }
      entries.push(received);
    },
    all: () => entries,
    forgotten: () => forgotten,
    clear() {
      forgotten += entries.length;
      entries = [];
    },
  };
}

/** A body as tests want it: parsed when it is JSON, else the text. */
export function bodyOf({ text }: Received): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What `GET /hook/_received` answers for one request. */
export const receivedJson = (received: Received) => ({
  received_at: received.received_at,
  path: received.path,
  headers: received.headers,
  body: bodyOf(received),
  status: received.status,
});
