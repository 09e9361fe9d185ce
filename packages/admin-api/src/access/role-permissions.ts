import type { Role } from "@leadrelay/contracts/roles";
import { permissions, type Permission } from "./permissions.ts";

const working = [
  "leads:read",
  "leads:write",
  "contacts:read",
  "deliveries:replay",
  "config:read",
  "config:write",
  "audit:read",
] as const satisfies readonly Permission[];

/** What each role may do on its clients; `installation:manage` only in the installation's own agency. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  agency_owner: permissions,
  agency_operator: working,
  client_admin: [...working, "operators:manage", "keys:manage"],
  client_viewer: ["leads:read", "config:read"],
};

/** What an access key may be given: never more than runs a client's leads, its settings and its people's view of them. */
export const keyPermissions = [
  "leads:read",
  "leads:write",
  "contacts:read",
  "deliveries:replay",
  "config:read",
  "config:write",
  "audit:read",
] as const satisfies readonly Permission[];
