import type { Beacon, SessionTotals, TrackedEvent, TrackedKind } from "@leadrelay/contracts/tracking";

/** What one beacon tells of its session. */
export interface FoldedBeacon {
  totals: SessionTotals;
  /** What was opened, clicked or named, the newest last; at most thirty. */
  seen: Record<string, number | string>;
}

const mostSeen = 30;
/** What is said of it, beside how often: `/pricing` opened, `a#call` clicked. */
const shown: Partial<Record<TrackedKind, string>> = { page_view: "page", click: "click", custom: "event" };

/** Adds a beacon up: each event says the how-manieth of its kind it is, so that the greatest tells how many there were. */
export function foldBeacon({ events, returns }: Pick<Beacon, "events" | "returns">): FoldedBeacon {
  const counts: Partial<Record<TrackedKind, number>> = {};
  const seen = new Map<string, number | string>();
  let duration_ms = 0;
  let scroll_percent = 0;
  for (const event of events) {
    counts[event.kind] = Math.max(counts[event.kind] ?? 0, event.number);
    duration_ms = Math.max(duration_ms, event.at);
    scroll_percent = Math.max(scroll_percent, Math.floor(event.percent ?? 0));
    const name = nameOf(event);
    if (name !== null && (seen.size < mostSeen || seen.has(name))) seen.set(name, event.data ?? event.at);
  }
  const { page_view = 0, click = 0 } = counts;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    totals: {
      duration_ms,
      scroll_percent,
      clicks: click,
      page_views: page_view,
      events: Math.min(mostEvents, all),
      returns,
    },
    seen: Object.fromEntries(seen),
  };
}

const mostEvents = 100_000;

function nameOf({ kind, what = "" }: TrackedEvent): string | null {
  const word = shown[kind];
  return word === undefined || what === "" ? null : `${word} ${what}`;
}
