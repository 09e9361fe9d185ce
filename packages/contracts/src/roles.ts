/** What the agency's own people may be. */
export const agencyRoles = ["agency_owner", "agency_operator"] as const;

/** What a client's own people may be. */
export const clientRoles = ["client_admin", "client_viewer"] as const;

/** What a person may be. The checks of the tables list the same. */
export const roles = [...agencyRoles, ...clientRoles] as const;
export type Role = (typeof roles)[number];

/** Whether the agency's people have this role, not a client's own. */
export const isAgencyRole = (role: Role): boolean => agencyRoles.some((one) => one === role);

/** Whether a role names the clients it is for; an owner's is for the agency with all it has and will have. */
export const namesClients = (role: Role): boolean => role !== "agency_owner";
