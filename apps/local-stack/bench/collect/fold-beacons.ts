import type { TrackingMessage } from "@leadrelay/contracts/tracking";
import { addMeter, newMeter } from "../meter/meter.ts";
import type { ConsumerUnderTest } from "../runtime/start-consumer.ts";
import { benchTenant } from "../submissions/bench-tenant.ts";

const eventsABeacon = 10;
const beaconsABatch = 100;

const beacon = (session: number, part: number): TrackingMessage => ({
  v: 1,
  type: "tracking",
  received_at: Date.now(),
  client_id: benchTenant.client.id,
  form_id: benchTenant.form.id,
  database: "DB",
  visitor_id: `visitor-${String(session).padStart(8, "0")}`,
  session_id: `session-${String(session).padStart(8, "0")}`,
  totals: {
    duration_ms: (part + 1) * 20_000,
    scroll_percent: 0,
    clicks: 0,
    page_views: (part + 1) * eventsABeacon,
    events: (part + 1) * eventsABeacon,
    returns: 0,
  },
  seen: { [`page /${part}`]: part * 20_000 },
  first_page: "https://www.example.com/",
  referrer: null,
  network: `10.0.${(session >> 8) & 255}.${session & 255}`,
  asn: 24_560,
  country: "IN",
  bot_score: null,
});

/** Hands beacons to the consumer in full batches, so many of each session, all sessions of a round before the next. Rows written for each event. */
export async function rowsPerEvent(
  consumer: ConsumerUnderTest,
  { first, sessions, beaconsEach }: { first: number; sessions: number; beaconsEach: number },
): Promise<number> {
  const meter = newMeter();
  for (let part = 0; part < beaconsEach; part += 1)
    for (let from = 0; from < sessions; from += beaconsABatch) {
      const bodies = Array.from({ length: beaconsABatch }, (_, index) => beacon(first + from + index, part));
      const handled = await consumer.handle("tracking", bodies);
      if (handled.acked !== bodies.length) throw new Error(`${handled.acked} of ${bodies.length} were acked`);
      addMeter(meter, handled.meter);
    }
  return meter.rowsWritten / (sessions * beaconsEach * eventsABeacon);
}
