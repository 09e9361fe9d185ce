import { mostSentIdentities, type SentPerson } from "@leadrelay/contracts/sent-person";
import type { CommitPlan, LeadRow } from "../decide/commit-plan.ts";
import type { Facts, KnownLead } from "../decide/facts.ts";
import { identityKey, type Identity } from "../identity/identity.ts";

/** Somebody to be remembered, and the identities to be remembered under. */
export interface Remembered {
  person: SentPerson;
  identities: Identity[];
  /** The submission that it is remembered for. */
  by: string;
}

/** A person as the lead that D1 does not have yet. */
export const leadOfPerson = (id: number, clientId: string, person: SentPerson): KnownLead => ({
  id,
  public_id: person.submission_id,
  client_id: clientId,
  form_id: person.form_id,
  is_test: person.is_test,
  project: null,
  project_key: person.project_key,
  contact_name: person.contact_name,
  contact_email: person.contact_email,
  contact_phone: person.contact_phone,
  visitor_id: person.visitor_id,
  user_agent: person.user_agent,
  submission_count: person.submission_count,
  suspicion_score: 0,
  first_submitted_at: person.last_submitted_at,
  last_submitted_at: person.last_submitted_at,
  last_sent_at: person.last_sent_at,
  first_attribution_json: null,
  latest_attribution_json: null,
  went_out: true,
});

/** What each of a person's sends told. */
export const sendsOfPerson = ({ submission_id, last_sent_as, submission_count, sent }: SentPerson): Sent[] =>
  sent ?? [
    { submission_id, event: "lead.created", number: 1 },
    ...(last_sent_as === submission_id
      ? []
      : [{ submission_id: last_sent_as, event: "lead.reengaged" as const, number: submission_count }]),
  ];

type Sent = NonNullable<SentPerson["sent"]>[number];

/** The identities of a client's person, as they are looked up. */
export const identitiesOfPerson = (
  clientId: string,
  { is_test, project_key, identities }: SentPerson,
): Identity[] =>
  identities.map(({ kind, value }) => ({ client_id: clientId, is_test, kind, value, project_key }));

interface Known {
  plan: Pick<CommitPlan, "identities" | "ipIdentities">;
  facts: Pick<Facts, "identities">;
  /** As they were known before; undefined for somebody new to the memory. */
  person: SentPerson | undefined;
  by: string;
  sent: Pick<SentPerson, "last_sent_as" | "last_sent_at" | "sent">;
}

/** A lead as it stands behind a decision: what is remembered of it. */
export function rememberLead(lead: LeadRow, { plan, facts, person, by, sent }: Known): Remembered {
  const { client_id, is_test, project_key } = lead;
  const given = [...plan.identities, ...plan.ipIdentities].filter(({ lead_id }) => lead_id === lead.id);
  const had = person === undefined ? [] : identitiesOfPerson(client_id, person);
  const all = [...new Map([...had, ...given].map((one) => [identityKey(one), one])).values()]
    .slice(-mostSentIdentities)
    .map(({ kind, value }): Identity => ({ client_id, is_test, kind, value, project_key }));
  const pointed = new Map(plan.ipIdentities.map((one) => [identityKey(one), one.lead_id]));
  // An address is its newest lead's: only who is known to hold it still is remembered there again.
  const isTheirs = (one: Identity) => {
    const key = identityKey(one);
    return one.kind !== "ip" || (pointed.get(key) ?? facts.identities.get(key)) === lead.id;
  };
  return {
    by,
    identities: all.filter(isTheirs),
    person: {
      v: 1,
      submission_id: person?.submission_id ?? sent.last_sent_as,
      ...sent,
      form_id: lead.form_id,
      is_test,
      project_key,
      identities: all.map(({ kind, value }) => ({ kind, value })),
      contact_name: lead.contact_name,
      contact_email: lead.contact_email,
      contact_phone: lead.contact_phone,
      visitor_id: lead.visitor_id,
      user_agent: lead.user_agent,
      submission_count: lead.submission_count,
      last_submitted_at: lead.last_submitted_at,
    },
  };
}
