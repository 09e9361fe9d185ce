import type { Options } from "./options.ts";
import { currentSession, keepSession, type Session } from "./session.ts";
import { tried } from "./tried.ts";

interface Recorded {
  kind: string;
  number: number;
  at: number;
  percent?: number;
  what?: string;
  data?: string;
}

const mostBuffered = 500;
/** Neither a browser nor the collector takes 64 KB: so many of the longest, in signs of three bytes, stay below. */
const mostSent = 28;
const gatherMs = 5_000;
const longestWhat = 100;
const longestData = 500;

let to: Pick<Options, "form" | "to"> | null = null;
let buffer: Recorded[] = [];
/** Whose events are buffered. */
let pending: Session | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

export const isRecording = (): boolean => to !== null;

export function startRecording(options: Pick<Options, "form" | "to">): void {
  to = options;
}

/** Notes that something happened, and tells it within five seconds. */
export function record(kind: string, more: Pick<Recorded, "percent" | "what" | "data"> = {}): void {
  if (to === null) return;
  const now = Date.now();
  const session = currentSession(now);
  if (pending?.id !== session.id) flush();
  pending = session;
  const number = (session.counts[kind] ?? 0) + 1;
  session.counts[kind] = number;
  session.last = now;
  session.scroll = Math.max(session.scroll, more.percent ?? 0);
  keepSession(session);
  // What is dropped is still counted: the next of its kind tells how many there were.
  buffer = [
    ...buffer.slice(1 - mostBuffered),
    { kind, number, at: Math.max(0, now - session.begun), ...more },
  ];
  timer ??= setTimeout(flush, gatherMs);
}

/** Something that the site itself names. @param data JSON of at most 500 characters is kept with it. */
export function track(name: string, data?: unknown): void {
  const text = tried(() => JSON.stringify(data));
  record("custom", {
    what: name.slice(0, longestWhat),
    ...(text !== undefined && text.length <= longestData && { data: text }),
  });
}

/** Tells at once what was noted. */
export function flush(): void {
  clearTimeout(timer);
  timer = undefined;
  if (to === null || pending === null) return;
  const { visitor, id, returns, page, referrer } = pending;
  while (buffer.length > 0) {
    const events = buffer.splice(0, mostSent);
    send(
      to.to,
      JSON.stringify({ v: 1, form: to.form, visitor, session: id, returns, page, referrer, events }),
    );
  }
}

/** What gets through nowhere is lost: it is no lead. */
function send(url: string, body: string): void {
  if (navigator.sendBeacon?.(url, body)) return;
  void fetch(url, { method: "POST", body, keepalive: true, mode: "no-cors" }).catch(() => undefined);
}
