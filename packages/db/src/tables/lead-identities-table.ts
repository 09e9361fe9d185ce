import type { Identity } from "@leadrelay/core/identity/identity";
import type { Flag } from "./flag.ts";

/** Under what a lead is known; also the search index. */
export interface LeadIdentitiesTable extends Omit<Identity, "is_test"> {
  is_test: Flag;
  lead_id: number;
}
