import { withLatest } from "./latest-attribution.ts";
import type { LeadsTable } from "../tables/leads-table.ts";

/** One person on one project of one client; times in ms. */
export interface Lead extends Omit<LeadsTable, "is_test"> {
  is_test: boolean;
}

export const toLead = (row: LeadsTable): Lead => ({ ...withLatest(row), is_test: row.is_test === 1 });
