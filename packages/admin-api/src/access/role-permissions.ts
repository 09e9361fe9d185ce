import type { Role } from "@leadrelay/contracts/roles";
import { permissions, type Permission } from "./permissions.ts";

/** What it takes to run a client's leads and settings. */
const workingPermissions = [
  "leads:read",
  "leads:write",
  "contacts:read",
  "deliveries:replay",
  "config:read",
  "config:write",
  "audit:read",
] as const satisfies readonly Permission[];

/** All that an access key may be given: what is added here, whoever manages keys can hand to a program. */
export const keyPermissions = workingPermissions;

/** What each role may do on its clients; `installation:manage` only in the installation's own agency. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  agency_owner: permissions,
  agency_operator: workingPermissions,
  client_admin: [...workingPermissions, "operators:manage", "keys:manage"],
  client_viewer: ["leads:read", "config:read"],
};
