import type { QueueSettings } from "../runtime/read-queues.ts";

/** A message handed to a consumer. */
export interface Handed {
  body: unknown;
  /** Which time it is, from 1. */
  tries: number;
}

/** What a consumer made of its batch: the rest of it is acked. Seconds that are null are the queue's own. */
export interface Ended {
  retried: readonly { index: number; delaySeconds: number | null }[];
  sent: readonly { queue: string; body: unknown; delaySeconds: number }[];
}

interface Waiting extends Handed {
  /** Since when it can be taken. */
  since: number;
}

export interface EmulatedQueues {
  send(queue: string, body: unknown, delaySeconds?: number): void;
  /** Messages that wait for a consumer, those with a delay left out. */
  waiting(queue: string): number;
  /** Nothing is handed out any more. */
  close(): void;
}

interface Emulation {
  queues: readonly QueueSettings[];
  /** Invocations at once, of all queues together. */
  consumers: number;
  /** One invocation. When it rejects its whole batch is tried again. */
  handle: (queue: string, batch: readonly Handed[]) => Promise<Ended>;
  /** Milliseconds. */
  now: () => number;
  later: (ms: number, act: () => void) => void;
}

/**
 * Queues as Cloudflare has them, that many invocations at once, each queue at most its own `max_concurrency`: a batch goes when it is full or its timeout is over and an invocation is
 * free; the queue goes first whose oldest message waited longest.
 */
export function emulateQueues({ queues, consumers, handle, now, later }: Emulation): EmulatedQueues {
  const lines = new Map(queues.map((settings) => [settings.queue, newLine(settings)]));
  let running = 0;
  let closed = false;
  let soon = false;

  const send = (queue: string, body: unknown, delaySeconds = 0, tries = 1) => {
    const line = lines.get(queue);
    if (line === undefined) throw new Error(`Nobody consumes queue ${queue}`);
    const arrive = () => {
      line.waiting.push({ body, tries, since: now() });
      handOutSoon();
    };
    if (delaySeconds > 0) later(delaySeconds * 1_000, arrive);
    else arrive();
  };

  /** What comes at the same moment shares a batch. */
  const handOutSoon = () => {
    if (soon) return;
    soon = true;
    later(0, () => {
      soon = false;
      handOut();
    });
  };

  const next = () => (closed || running >= consumers ? undefined : nextLine([...lines.values()], now()));

  const handOut = () => {
    for (let line = next(); line !== undefined; line = next())
      void run(line, line.waiting.splice(0, line.settings.maxBatchSize));
    for (const line of lines.values()) wakeAtTimeout(line);
  };

  const wakeAtTimeout = (line: Line) => {
    const [oldest] = line.waiting;
    if (oldest === undefined || line.waking || isReady(line, now())) return;
    line.waking = true;
    later(oldest.since + line.settings.maxBatchTimeoutMs - now(), () => {
      line.waking = false;
      handOut();
    });
  };

  const run = async (line: Line, batch: Waiting[]) => {
    running += 1;
    line.running += 1;
    const { queue, retryDelaySeconds } = line.settings;
    const all = batch.map((_message, index) => ({ index, delaySeconds: null }));
    const ended = await handle(queue, batch).catch((): Ended => ({ retried: all, sent: [] }));
    running -= 1;
    line.running -= 1;
    for (const message of ended.sent) send(message.queue, message.body, message.delaySeconds);
    for (const { index, delaySeconds } of ended.retried)
      tryAgain(line, batch[index], delaySeconds ?? retryDelaySeconds);
    handOutSoon();
  };

  const tryAgain = ({ settings }: Line, message: Waiting | undefined, delaySeconds: number) => {
    if (message === undefined) return;
    if (message.tries <= settings.maxRetries)
      send(settings.queue, message.body, delaySeconds, message.tries + 1);
    else if (settings.deadLetterQueue !== null) send(settings.deadLetterQueue, message.body);
  };

  return {
    send: (queue, body, delaySeconds) => send(queue, body, delaySeconds),
    waiting: (queue) => lines.get(queue)?.waiting.length ?? 0,
    close: () => void (closed = true),
  };
}

interface Line {
  settings: QueueSettings;
  waiting: Waiting[];
  running: number;
  /** A timer is set for its batch timeout. */
  waking: boolean;
}

const newLine = (settings: QueueSettings): Line => ({ settings, waiting: [], running: 0, waking: false });

/** Of those with a batch to give and an invocation to spare, the one whose oldest message waited longest. */
function nextLine(lines: readonly Line[], nowMs: number): Line | undefined {
  return lines
    .filter((line) => line.running < line.settings.maxConcurrency && isReady(line, nowMs))
    .toSorted((a, b) => (a.waiting[0]?.since ?? 0) - (b.waiting[0]?.since ?? 0))[0];
}

function isReady({ settings, waiting }: Line, nowMs: number): boolean {
  const [oldest] = waiting;
  if (oldest === undefined) return false;
  return waiting.length >= settings.maxBatchSize || nowMs - oldest.since >= settings.maxBatchTimeoutMs;
}
