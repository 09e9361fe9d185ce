import type { DestinationLimits } from "@leadrelay/contracts/destination-limits";
import { readAfterDelivery, type AfterDelivery } from "@leadrelay/contracts/after-delivery";
import type { Environment } from "@leadrelay/contracts/environment";
import { replyPolicySchema, type ReplyPolicy } from "@leadrelay/contracts/reply-policy";
import type { ToldType } from "@leadrelay/contracts/event-type";
import type { DestinationHealth } from "@leadrelay/core/destination-health/destination-health";
import type { RoutePlace } from "@leadrelay/core/routes/route-member";
import { readPlace } from "../route-places/place-of-destination.ts";
import { readHealth } from "../destination-health/health-of-destination.ts";
import type { DestinationsTable } from "../tables/destinations-table.ts";

/** Where a client's events go. `sealed_settings` opens with `sealedSettingsAt(id)` to the adapter's settings as JSON. */
export interface Destination {
  id: string;
  client_id: string;
  name: string;
  /** The adapter's kind, such as `make`. */
  kind: string;
  sealed_settings: string;
  /** A disabled destination's deliveries are held. */
  enabled: boolean;
  takes_test: boolean;
  /** Installations it receives from. */
  environments: Environment[];
  event_types: ToldType[];
  /** Its own schedule as `parseSchedule` reads it; null: the installation's. */
  retry_schedule: string | null;
  /** Its own limit for one try; null: the installation's. */
  timeout_ms: number | null;
  /** So many different leads refused in a row hold up the rest; 0: never; null: as many as is usual. */
  hold_after_refusals: number | null;
  /** What is decided by of one that writes to the person themselves; null: it is no such one. */
  reply: ReplyPolicy | null;
  /** How many it takes, and when; null: as many as come, at any time. */
  limits: DestinationLimits | null;
  /** What it must say after it took a lead, and may give back. */
  after: AfterDelivery;
  /** Which leads it gets and how they are written for it, as `readShape` reads it; null: all, as its kind writes them. */
  shape_json: string | null;
  /** It or its client was deleted: its deliveries are cancelled. */
  deleted: boolean;
  /** null while it answers, and fast. */
  health: DestinationHealth | null;
  /** Its place in a route; absent or null where it hears of every lead. */
  route?: RoutePlace | null;
}

export const destinationColumns = [
  "id",
  "client_id",
  "name",
  "kind",
  "sealed_settings",
  "enabled",
  "takes_test",
  "environments_json",
  "event_types_json",
  "retry_schedule",
  "timeout_ms",
  "hold_after_refusals",
  "reply_json",
  "limits_json",
  "confirm_json",
  "shape_json",
  "deleted_at",
] as const satisfies readonly (keyof DestinationsTable)[];

type DestinationRow = Pick<DestinationsTable, (typeof destinationColumns)[number]> & {
  client_deleted_at: number | null;
  health_json: string | null;
  route_json?: string | null;
};

export const toDestination = ({
  environments_json,
  event_types_json,
  reply_json,
  confirm_json,
  deleted_at,
  client_deleted_at,
  health_json,
  route_json = null,
  limits_json,
  ...row
}: DestinationRow): Destination => ({
  ...row,
  enabled: row.enabled === 1,
  takes_test: row.takes_test === 1,
  environments: JSON.parse(environments_json) as Environment[],
  event_types: JSON.parse(event_types_json) as ToldType[],
  reply: readReply(reply_json),
  after: readAfterDelivery(confirm_json),
  deleted: deleted_at !== null || client_deleted_at !== null,
  limits: readLimits(limits_json),
  health: readHealth(health_json),
  route: readPlace(route_json),
});

/** Reads `limits_json`. */
export const readLimits = (json: string | null): DestinationLimits | null =>
  json === null ? null : (JSON.parse(json) as DestinationLimits);

/** Where a destination's settings are sealed: table, row and column. */
export const sealedSettingsAt = (destinationId: string) => ({
  table: "destinations",
  row: destinationId,
  column: "sealed_settings",
});

export const readReply = (json: string | null): ReplyPolicy | null =>
  json === null ? null : replyPolicySchema.parse(JSON.parse(json));
