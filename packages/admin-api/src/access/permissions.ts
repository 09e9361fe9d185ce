/** What a request may need. Roles and access keys are made of the same words. */
export const permissions = [
  "leads:read",
  "leads:write",
  "contacts:read",
  "deliveries:replay",
  "config:read",
  "config:write",
  "operators:manage",
  "keys:manage",
  "audit:read",
  "agency:manage",
  "installation:manage",
] as const;
export type Permission = (typeof permissions)[number];

/** In the words of the reference and of a 403. */
export const permissionMeanings: Record<Permission, string> = {
  "leads:read": "see leads, submissions, deliveries, dead letters and statistics",
  "leads:write": "change a lead's status and write notes",
  "contacts:read": "see and search contact details, raw payloads and receivers' answers",
  "deliveries:replay": "retry, cancel, replay, release and discard",
  "config:read": "see clients, forms, destinations and address lists",
  "config:write": "change clients, forms, destinations and address lists",
  "operators:manage": "invite operators and change what they may do",
  "keys:manage": "create, rotate and revoke access keys",
  "audit:read": "read the audit log",
  "agency:manage": "change the agency and add clients to it",
  "installation:manage": "add agencies, and see what belongs to no client",
};
