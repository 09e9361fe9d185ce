import type { DatabaseSync } from "node:sqlite";
import { openD1 } from "../../harness/open-d1.ts";
import type { Evidence, StoredDelivery, StoredSubmission } from "./evidence.ts";

type Stored = Pick<Evidence, "submissions" | "deliveries" | "destinations" | "letters">;

/** What D1's file holds, past the product and whatever faults are on. */
export function readStored(stateDir: string): Stored {
  const database = openD1(stateDir);
  try {
    database.exec("BEGIN");
    return {
      submissions: all<StoredSubmission>(
        database,
        'SELECT public_id AS id, lead_id AS "leadId", outcome, contact_email AS email FROM lead_submissions',
      ),
      deliveries: all<Omit<StoredDelivery, "hasOpenLetter"> & { hasOpenLetter: number }>(
        database,
        deliveriesSql,
      ).map((row) => ({ ...row, hasOpenLetter: row.hasOpenLetter === 1 })),
      destinations: all(database, "SELECT 1 FROM destinations WHERE deleted_at IS NULL").length,
      letters: all<{ id: string }>(
        database,
        "SELECT submission_id AS id FROM dead_letters WHERE kind <> 'delivery' AND state = 'open'",
      ).map(({ id }) => id),
    };
  } finally {
    database.close();
  }
}

const deliveriesSql = `
  SELECT d.public_id AS id, e.submission_public_id AS "submissionId", d.lead_id AS "leadId", d.destination_id AS "destinationId", d.status,
    EXISTS (SELECT 1 FROM dead_letters AS l WHERE l.id = d.dead_letter_id AND l.state = 'open') AS "hasOpenLetter"
  FROM deliveries AS d JOIN events AS e ON e.lead_id = d.lead_id AND e.id = d.event_id`;

const all = <Row>(database: DatabaseSync, sql: string) => database.prepare(sql).all() as Row[];
