import type { RouteMode } from "@leadrelay/contracts/route-mode";
import type { DestinationsTable } from "@leadrelay/db/tables/destinations-table";
import type { RouteMembersTable } from "@leadrelay/db/tables/route-members-table";
import { placeRow } from "./place-row.ts";
import { newTenant, type Tenant } from "./tenant.ts";

export interface RoutedTenant extends Tenant {
  routeId: string;
  /** Its destinations A, B, …, in order. */
  members: string[];
}

interface Member extends Partial<Pick<RouteMembersTable, "weight" | "conditions_json">> {
  destination?: Partial<DestinationsTable>;
}

/** When its members last changed. */
const countedFrom = 1_000;

/** A client whose destinations A, B, … are one route; its usual destination is none of its members. */
export async function routedTenant(
  mode: RouteMode,
  members: readonly Member[],
  {
    overflowMinutes = null,
    sealedSettings = "sealed",
  }: { overflowMinutes?: number | null; sealedSettings?: string } = {},
): Promise<RoutedTenant> {
  const tenant = await newTenant({ destination: { deleted_at: 1 } });
  const routeId = `rte_${tenant.clientId}`;
  await placeRow("routes", {
    id: routeId,
    client_id: tenant.clientId,
    name: "Buyers",
    mode,
    overflow_minutes: overflowMinutes,
    counted_from: countedFrom,
    created_at: 0,
    updated_at: countedFrom,
    deleted_at: null,
  });
  const ids: string[] = [];
  for (const [position, { destination, weight = 1, conditions_json = null }] of members.entries()) {
    const name = String.fromCharCode(65 + position);
    const destination_id = `dst_${name}_${tenant.clientId}`;
    await placeRow("destinations", {
      id: destination_id,
      client_id: tenant.clientId,
      name,
      kind: "make",
      sealed_settings: sealedSettings,
      enabled: 1,
      disabled_reason: null,
      disabled_at: null,
      takes_test: 0,
      environments_json: '["development"]',
      event_types_json: '["lead.created","lead.reengaged"]',
      retry_schedule: null,
      timeout_ms: null,
      created_at: 0,
      updated_at: 0,
      deleted_at: null,
      ...destination,
    });
    await placeRow("route_members", { destination_id, route_id: routeId, position, weight, conditions_json });
    ids.push(destination_id);
  }
  return { ...tenant, routeId, members: ids };
}
