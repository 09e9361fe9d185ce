import type { LeadsTable } from "@leadrelay/db/tables/leads-table";
import { anyLeadId, placeRow } from "./place-row.ts";

/** A lead of a client of its own, with no more than D1 asks for. */
export async function placeLead(
  given: Partial<LeadsTable> = {},
): Promise<Partial<LeadsTable> & { id: number; client_id: string; public_id: string }> {
  const id = given.id ?? anyLeadId();
  return await placeRow("leads", {
    public_id: crypto.randomUUID(),
    client_id: crypto.randomUUID(),
    form_id: "form",
    project_key: "",
    submission_count: 1,
    first_submitted_at: 0,
    last_submitted_at: 0,
    ...given,
    id,
  });
}
