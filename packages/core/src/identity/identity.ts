/** Strongest first: the first kind that is known names the lead. */
export const identityKinds = ["visitor_id", "email", "phone", "ip"] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** One way of recognising a person within one client's project; test and live people never mix. */
export interface Identity {
  client_id: string;
  is_test: boolean;
  kind: IdentityKind;
  value: string;
  project_key: string;
}

/** One text per identity, for maps. */
export const identityKey = (identity: Identity): string =>
  JSON.stringify([identity.client_id, identity.is_test, identity.kind, identity.value, identity.project_key]);
