import { bodyOf, type Received, type ReceivedLog } from "./received.ts";

const shown = 50;

/** One delivery as the inbox shows it. */
interface InboxEntry {
  /** Grows by one with each request; stable while the process lives. */
  number: number;
  received_at: number;
  /** The how-many-th try of this delivery, by the id that stays the same over all of them. */
  attempt: number;
  status: number | null;
  headers: Received["headers"];
  body: unknown;
}

export interface InboxFeed {
  /** Newest first. */
  newest(): { total: number; entries: InboxEntry[] };
}

/** Reads the log only as far as it has grown since somebody last looked. */
export function createInboxFeed(log: ReceivedLog): InboxFeed {
  const tries = new Map<string, number>();
  const attempts = new WeakMap<Received, number>();
  let seen = 0;
  return {
    newest() {
      const all = log.all();
      const unseen = all.slice(Math.max(0, seen - log.forgotten()));
      for (const received of unseen) {
        const delivery = deliveryIdOf(received);
        const attempt = (tries.get(delivery) ?? 0) + 1;
        tries.set(delivery, attempt);
        attempts.set(received, attempt);
      }
      seen = log.forgotten() + all.length;
      const entries = all.slice(-shown).map((received, index, newest) => ({
        number: seen - newest.length + index + 1,
        received_at: received.received_at,
        attempt: attempts.get(received) ?? 1,
        status: received.status,
        headers: received.headers,
        body: bodyOf(received),
      }));
      return { total: all.length, entries: entries.toReversed() };
    },
  };
}

/** Found by its text, because it is asked of every request and most are never shown. */
const deliveryIdOf = ({ text }: Received) =>
  /"(?:make_send_public_id|delivery_id)":\s*"([^"]+)"/.exec(text)?.[1] ?? "";
