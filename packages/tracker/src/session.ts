import { read, write } from "./storage.ts";

/** The browser's session on this site, shared by its tabs. */
export interface Session {
  visitor: string;
  id: string;
  /** ms UTC, by the browser's clock. */
  begun: number;
  last: number;
  /** Sessions before this one. */
  returns: number;
  /** Its first page, and what led there. */
  page: string;
  referrer: string;
  /** How many events of each kind there were. */
  counts: Record<string, number>;
  /** The deepest of its pages, percent. */
  scroll: number;
}

const key = "leadrelay";
const idleMs = 1_800_000;
const longestAddress = 500;
const dayMs = 86_400_000;

export const newId = (): string =>
  // A page without TLS has no randomUUID.
  crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint32Array(4))].join("-");

/** As it stands; a new one after half an hour without an event. */
export function currentSession(now: number): Session {
  const found = read<Session | null>(key, null);
  if (found !== null && now - found.last <= idleMs && now - found.begun < dayMs) return found;
  const begun: Session = {
    visitor: found?.visitor ?? newId(),
    // Sorts by time, so that a visitor's newest are found first.
    id: `${now.toString(36)}-${newId().slice(9)}`,
    begun: now,
    last: now,
    returns: found === null ? 0 : found.returns + 1,
    page: location.href.slice(0, longestAddress),
    referrer: document.referrer.slice(0, longestAddress),
    counts: {},
    scroll: 0,
  };
  keepSession(begun);
  return begun;
}

export const keepSession = (session: Session): void => write(key, session);

/** As a form's hidden field tells it. */
export function totalsOf({ begun, counts, scroll, returns }: Session, now: number): string {
  const events = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const parts = [now - begun, scroll, counts["click"] ?? 0, counts["page_view"] ?? 0, events, returns];
  return parts.map((part, index) => "dscper"[index] + String(Math.max(0, part))).join(" ");
}
