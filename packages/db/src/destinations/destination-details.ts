import { readAfterDelivery } from "@leadrelay/contracts/after-delivery";
import type { DestinationsTable } from "../tables/destinations-table.ts";
import { readLimits, readReply, type Destination } from "./destination.ts";

/** A destination as people see it, deleted or not. Times in ms. */
export interface DestinationDetails extends Omit<Destination, "deleted" | "health"> {
  /** `gone`: the receiver said 410. `by_hand`: somebody switched it off. null while it is enabled. */
  disabled_reason: string | null;
  /** Since when; null while it is enabled, and where that was not kept. */
  disabled_at: number | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export const toDestinationDetails = ({
  environments_json,
  event_types_json,
  reply_json,
  limits_json,
  confirm_json,
  ...row
}: DestinationsTable): DestinationDetails => ({
  ...row,
  enabled: row.enabled === 1,
  takes_test: row.takes_test === 1,
  environments: JSON.parse(environments_json) as Destination["environments"],
  event_types: JSON.parse(event_types_json) as Destination["event_types"],
  reply: readReply(reply_json),
  limits: readLimits(limits_json),
  after: readAfterDelivery(confirm_json),
});

/** The row of a destination. */
export const toDestinationRow = ({
  environments,
  event_types,
  reply,
  limits,
  after,
  ...destination
}: DestinationDetails): Omit<DestinationsTable, "forgotten_at"> => ({
  ...destination,
  enabled: destination.enabled ? 1 : 0,
  takes_test: destination.takes_test ? 1 : 0,
  environments_json: JSON.stringify(environments),
  event_types_json: JSON.stringify(event_types),
  reply_json: reply === null ? null : JSON.stringify(reply),
  limits_json: limits === null ? null : JSON.stringify(limits),
  confirm_json: Object.keys(after).length === 0 ? null : JSON.stringify(after),
});
