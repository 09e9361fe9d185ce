import { mostCountsInMessage, type IntakeCount, type IntakeCounts } from "@leadrelay/contracts/intake-counts";
import { logEvent } from "@leadrelay/contracts/log-event";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import { shortReasonOf } from "../short-reason-of.ts";

/** What this isolate has counted and not told yet. */
export interface IntakeTally {
  /** Counts one post. Never throws, waits for nothing, and takes bounded memory; `waitUntil` lives on to tell. */
  note: (count: Omit<IntakeCount, "count" | "at">, waitUntil: WaitUntil) => void;
}

/** Has work outlive its request. */
export type WaitUntil = (work: Promise<unknown>) => void;

interface Telling {
  send: (counts: IntakeCounts) => Promise<unknown>;
  wait: (ms: number) => Promise<unknown>;
  /** Milliseconds UTC. */
  now: () => number;
}

/** Posts of a burst are told together, the first of a quiet time soon. */
const gatherMs = 1_000;
/** A flood costs the queue six messages a minute from each isolate. A request's work may outlive it by half a minute. */
const pauseMs = 10_000;
/** Who was to tell and has not by then was cut off. */
const patienceMs = 5_000;
const sendTimeLimitMs = 3_000;

/**
 * Counts in memory and tells queue `leads` every few seconds. What an evicted isolate had not told, what the queue refuses, and forms beyond
 * the fifty of one message are counted by nobody: none of it is a lead.
 */
export function createIntakeTally({ send, wait, now }: Telling): IntakeTally {
  let counts = new Map<string, IntakeCount>();
  let lastToldAt = Number.NEGATIVE_INFINITY;
  let isToldBy = Number.NEGATIVE_INFINITY;
  return {
    note({ form, reason, fields }, waitUntil) {
      const at = now();
      const key = `${form.form_id} ${reason}`;
      const before = counts.get(key);
      if (before === undefined && counts.size >= mostCountsInMessage) return;
      const { form_id, client_id, database } = form;
      counts.set(key, {
        form: { form_id, client_id, database },
        reason,
        count: (before?.count ?? 0) + 1,
        at,
        ...(fields === undefined ? {} : { fields }),
      });
      if (at <= isToldBy) return;
      const delayMs = Math.max(gatherMs, lastToldAt + pauseMs - at);
      isToldBy = at + delayMs + patienceMs;
      waitUntil(tell(delayMs));
    },
  };

  async function tell(delayMs: number): Promise<void> {
    await wait(delayMs);
    const told = [...counts.values()];
    counts = new Map();
    lastToldAt = now();
    isToldBy = Number.NEGATIVE_INFINITY;
    if (told.length === 0) return;
    try {
      await withTimeLimit(sendTimeLimitMs, send({ v: 1, type: "intake_counts", counts: told }));
    } catch (error) {
      const posts = told.reduce((sum, { count }) => sum + count, 0);
      logEvent("intake.counts_lost", { posts, reason: shortReasonOf(error) });
    }
  }
}
