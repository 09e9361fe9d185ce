import { namesClients, type Role } from "@leadrelay/contracts/roles";

/** The `client_id`s a role is written under: each client it names, or '' for the whole agency. */
export const placesOfRole = ({
  role,
  client_ids,
}: {
  role: Role;
  client_ids: readonly string[];
}): readonly string[] => (namesClients(role) ? client_ids : [""]);
