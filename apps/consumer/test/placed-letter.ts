import type { DeadLettersTable } from "@leadrelay/db/tables/dead-letters-table";
import { placeRow } from "./place-row.ts";
import { rows } from "./tenant.ts";

/** A letter in any state. */
export const placeLetter = (given: Partial<DeadLettersTable> = {}): Promise<DeadLettersTable> =>
  placeRow("dead_letters", {
    id: crypto.randomUUID(),
    client_id: null,
    kind: "delivery",
    cause: "exhausted",
    state: "open",
    submission_id: null,
    lead_id: null,
    event_id: null,
    destination_id: null,
    payload_json: null,
    attempts: 1,
    last_status_code: null,
    last_error: null,
    fingerprint: "",
    first_failed_at: 1,
    last_failed_at: 10,
    settled_by: null,
    settled_at: null,
    settle_reason: null,
    created_at: 1,
    ...given,
  });

/** A letter as it is now; throws when there is none. */
export async function letterNow({ id }: { id: string | null }): Promise<DeadLettersTable> {
  const [found] = await rows<DeadLettersTable>("SELECT * FROM dead_letters WHERE id = ?", id);
  if (found === undefined) throw new Error("no such letter");
  return found;
}
