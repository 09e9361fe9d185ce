import { identityKey, identityKinds } from "../identity/identity.ts";
import type { Submission } from "../identity/submission.ts";
import type { Facts } from "./facts.ts";
import { identityOf } from "./settle-identities.ts";

/** What others' commits can change of a batch's facts. */
export type MovingFacts = Pick<Facts, "stored" | "identities" | "leads">;

/**
 * Whether others changed what a submission's decision rests on between two readings: it was stored, one of its identities went to
 * a lead, or a lead that holds one took another submission, or went out.
 */
export function hasMoved(submission: Submission, before: MovingFacts, after: MovingFacts): boolean {
  const { submission_id, contact } = submission;
  if (before.stored.has(submission_id) !== after.stored.has(submission_id)) return true;
  return identityKinds.some((kind) => {
    const value = contact.identities[kind];
    if (value === undefined) return false;
    return [false, true].some((isTest) => {
      const key = identityKey(identityOf(submission, kind, value, isTest));
      return holder(key, before) !== holder(key, after);
    });
  });
}

/** The lead that holds an identity, how often it submitted, and whether anything of it went out. */
function holder(key: string, { identities, leads }: MovingFacts): string | undefined {
  const id = identities.get(key);
  const lead = id === undefined ? undefined : leads.get(id);
  return id === undefined ? undefined : `${id} ${lead?.submission_count} ${lead?.went_out}`;
}
