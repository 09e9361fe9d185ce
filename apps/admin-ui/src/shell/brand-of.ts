import type { Schemas } from "../api.ts";

type Brand = Schemas["You"]["agencies"][number];

/** In whose look one works: the agency of the client that is looked at, or the only one; null is LeadRelay's own. */
export function brandOf({ agencies, grants }: Schemas["You"], clientId: string | undefined): Brand | null {
  const [only, ...others] = agencies;
  if (only === undefined || others.length === 0) return only ?? null;
  const grant = grants.find(({ client_ids }) => clientId !== undefined && client_ids.includes(clientId));
  return agencies.find(({ id }) => id === grant?.agency_id) ?? null;
}
