import type { Schemas } from "../api.ts";

/** One person in one agency in one role, with the clients it is for; none: all of them. */
export interface PersonInRole {
  id: string;
  operatorId: string;
  email: string;
  name: string;
  agencyId: string;
  role: Schemas["Membership"]["role"];
  clientIds: string[];
  since: number;
}

/** The API lists a role once for each client that it is for. */
export function byPerson(memberships: readonly Schemas["Membership"][]): PersonInRole[] {
  const groups = Map.groupBy(memberships, ({ operator_id, agency_id, role }) =>
    [operator_id, agency_id, role].join(" "),
  );
  return [...groups].flatMap(([id, [first, ...more]]) =>
    first === undefined
      ? []
      : [
          {
            id,
            operatorId: first.operator_id,
            email: first.email,
            name: first.name,
            agencyId: first.agency_id,
            role: first.role,
            clientIds: [first, ...more].flatMap(({ client_id }) => client_id ?? []),
            since: Math.min(first.created_at, ...more.map(({ created_at }) => created_at)),
          },
        ],
  );
}
