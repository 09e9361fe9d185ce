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

/** A contact detail that was given for a lead while another lead holds it. */
export interface SharedIdentity extends Identity {
  kind: "email" | "phone";
  lead_id: number;
}

/** Whether an identity is a detail by which somebody is looked for. */
export const isContact = <One extends Identity>(
  identity: One,
): identity is One & { kind: "email" | "phone" } => identity.kind === "email" || identity.kind === "phone";

/** One text per identity, for maps. */
export const identityKey = (identity: Identity): string =>
  JSON.stringify([identity.client_id, identity.is_test, identity.kind, identity.value, identity.project_key]);
