import type { Role } from "@leadrelay/contracts/roles";
import { permissions, type Permission } from "./permissions.ts";

/** What runs a client's leads and settings: an agency's operator may it, and an access key may be given no more. */
export const keyPermissions = [
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
  agency_operator: keyPermissions,
  client_admin: [...keyPermissions, "operators:manage", "keys:manage"],
  client_viewer: ["leads:read", "config:read"],
};
