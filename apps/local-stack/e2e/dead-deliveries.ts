import { randomUUID } from "node:crypto";
import type { TestStack } from "../harness/start-stack.ts";

const rowsAtOnce = 1_000;

/** Puts so many dead deliveries with open letters into D1, as if the demo destination had refused them; their ids. */
export async function addDeadDeliveries(stack: TestStack, count: number): Promise<string[]> {
  const [destination] = await stack.query<{ id: string; client_id: string }>(
    "SELECT id, client_id FROM destinations LIMIT 1",
  );
  if (destination === undefined) throw new Error("The demo destination is there from the start");
  const now = Date.now();
  const rows = Array.from({ length: count }, (_, index) => ({
    lead: 1_000_000 + Math.floor(Math.random() * 2 ** 40),
    event: randomUUID(),
    delivery: randomUUID(),
    letter: randomUUID(),
    at: now - count + index,
  }));
  for (let from = 0; from < count; from += rowsAtOnce) {
    const json = JSON.stringify(rows.slice(from, from + rowsAtOnce));
    const { id, client_id } = destination;
    await stack.query(addEvents, client_id, json);
    await stack.query(addDeliveries, id, client_id, json);
    await stack.query(addLetters, client_id, id, json);
  }
  return rows.map(({ delivery }) => delivery);
}

const addEvents = `INSERT INTO events (lead_id, id, client_id, type, submission_public_id, payload_json, created_at)
  SELECT value ->> 'lead', value ->> 'event', ?, 'lead.created', value ->> 'event', '{}', value ->> 'at' FROM json_each(?)`;

const addDeliveries = `INSERT INTO deliveries (lead_id, event_id, destination_id, public_id, client_id, status, attempts, max_attempts,
    settled_at, created_at, last_status_code, last_error, dead_letter_id)
  SELECT value ->> 'lead', value ->> 'event', ?, value ->> 'delivery', ?, 'dead', 1, 1,
    value ->> 'at', value ->> 'at', 400, 'refused', value ->> 'letter' FROM json_each(?)`;

const addLetters = `INSERT INTO dead_letters (id, client_id, kind, cause, lead_id, event_id, destination_id, attempts, first_failed_at,
    last_failed_at, created_at)
  SELECT value ->> 'letter', ?, 'delivery', 'refused', value ->> 'lead', value ->> 'event', ?, 1, value ->> 'at',
    value ->> 'at', value ->> 'at' FROM json_each(?)`;
