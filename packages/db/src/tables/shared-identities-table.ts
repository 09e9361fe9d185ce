import type { SharedIdentity } from "@leadrelay/core/identity/identity";
import type { Flag } from "./flag.ts";

/** A contact detail that was given for a lead and that another lead holds: for searches alone. */
export interface SharedIdentitiesTable extends Omit<SharedIdentity, "is_test" | "project_key"> {
  is_test: Flag;
  /** The project's key, U+0001 and the lead's id. */
  place: string;
}
