import { allColumns } from "../all-columns.ts";
import { markDirectConfigStale } from "../publishing/mark-direct-config-stale.ts";
import { requireClient } from "../scope/require-client.ts";
import { insertRows } from "../json-rows.ts";
import type { OperatorScope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import { sql } from "kysely";
import type { AddressLists } from "./address-list.ts";

const blockedColumns = allColumns<AddressLists["blocked_ips"]>()([
  "client_id",
  "cidr",
  "reason",
  "country",
  "referrer",
  "blocked_at",
  "expires_at",
]);

/** Blocks a network, or says anew why and until when it is blocked. What is known of the lead it was blocked for stays. */
export function putBlockedIp(scope: OperatorScope, entry: AddressLists["blocked_ips"]): Statement<number>[] {
  requireClient(scope, entry.client_id);
  const replaced = sql`
    ON CONFLICT (client_id, cidr) DO UPDATE SET reason = excluded.reason, blocked_at = excluded.blocked_at,
      expires_at = excluded.expires_at`;
  return [
    ...insertRows("blocked_ips", blockedColumns, [entry], replaced),
    markDirectConfigStale(scope, entry.client_id),
  ];
}

const allowedColumns = allColumns<AddressLists["allowed_ips"]>()([
  "client_id",
  "cidr",
  "usage",
  "note",
  "created_at",
  "expires_at",
]);

/** Lists a network of one's own, or says anew what it is used for. */
export function putAllowedIp(scope: OperatorScope, entry: AddressLists["allowed_ips"]): Statement<number>[] {
  requireClient(scope, entry.client_id);
  const replaced = sql`
    ON CONFLICT (client_id, cidr) DO UPDATE SET usage = excluded.usage, note = excluded.note,
      created_at = excluded.created_at, expires_at = excluded.expires_at`;
  return [
    ...insertRows("allowed_ips", allowedColumns, [entry], replaced),
    markDirectConfigStale(scope, entry.client_id),
  ];
}
