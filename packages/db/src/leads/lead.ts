import type { LeadsTable } from "../tables/leads-table.ts";

/** One person on one project of one client; times in ms. */
export interface Lead extends Omit<LeadsTable, "is_test"> {
  is_test: boolean;
}

export const toLead = (row: LeadsTable): Lead => ({ ...row, is_test: row.is_test === 1 });
