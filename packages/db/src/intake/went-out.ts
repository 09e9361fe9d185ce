import { sql } from "kysely";

/** SQL, 1 or 0: the lead `l` has a delivery delivered, confirmed, pending, in flight, held, or dead with an open letter; a notice about it is none. */
export const wentOut = sql`
  EXISTS (
    SELECT 1 FROM deliveries AS d WHERE d.lead_id = l.id AND d.is_notice IS NULL AND (
      d.status IN ('delivered', 'confirmed', 'pending', 'in_flight', 'held') OR (d.status = 'dead' AND EXISTS (
        SELECT 1 FROM dead_letters AS letter WHERE letter.id = d.dead_letter_id AND letter.state = 'open'
      ))
    )
  )`;
