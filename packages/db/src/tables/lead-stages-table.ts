import type { Flag } from "./flag.ts";

/** Leads at each stage that somebody moved them to; triggers alone write it. */
export interface LeadStagesTable {
  client_id: string;
  is_test: Flag;
  status: string;
  leads: number;
}

/** Leads of a client, moved or not, whose public id is no higher than `counted_to`. */
export interface LeadTotalsTable {
  client_id: string;
  is_test: Flag;
  leads: number;
  counted_to: string;
}
