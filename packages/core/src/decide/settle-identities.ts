import { identityKinds, isContact, type Identity, type IdentityKind } from "../identity/identity.ts";
import type { IdentityTrace } from "./decision-trace.ts";
import type { Submission } from "../identity/submission.ts";
import type { WorkingState } from "./working-state.ts";

interface Settled {
  leadId: number;
  isNewLead: boolean;
  matchedBy: IdentityKind | null;
  isTest: boolean;
}

/** Gives the lead every identity that is free; one that another lead holds stays there, the trace says so, and a search finds both. */
export function settleIdentities(
  submission: Submission,
  { leadId, isNewLead, matchedBy, isTest }: Settled,
  state: WorkingState,
): IdentityTrace[] {
  const traces: IdentityTrace[] = [];
  for (const kind of identityKinds) {
    const value = submission.contact.identities[kind];
    if (value === undefined) continue;
    const identity = identityOf(submission, kind, value, isTest);
    const holder = state.findHolder(identity);
    traces.push({ kind, ...settleOne(identity, holder, { leadId, isNewLead, matchedBy }, state) });
  }
  return traces;
}

/** The identity a submission would be known under. */
export const identityOf = (
  submission: Submission,
  kind: IdentityKind,
  value: string,
  isTest: boolean,
): Identity => ({
  client_id: submission.client_id,
  is_test: isTest,
  kind,
  value,
  project_key: submission.project_key,
});

function settleOne(
  identity: Identity,
  holder: number | undefined,
  { leadId, isNewLead, matchedBy }: Omit<Settled, "isTest">,
  state: WorkingState,
): Omit<IdentityTrace, "kind"> {
  if (holder === leadId)
    return { result: matchedBy === identity.kind ? "matched" : "same_lead", lead_id: leadId };
  if (identity.kind === "ip" && (isNewLead || holder === undefined)) {
    state.pointIpIdentity(identity, leadId);
    return { result: "added", lead_id: leadId };
  }
  if (holder !== undefined) {
    if (isContact(identity)) state.shareIdentity({ ...identity, lead_id: leadId });
    const lead_public_id = state.publicIdOf(holder);
    return {
      result: "held_by_other_lead",
      lead_id: holder,
      ...(lead_public_id === undefined ? {} : { lead_public_id }),
    };
  }
  state.giveIdentity(identity, leadId);
  return { result: "added", lead_id: leadId };
}
