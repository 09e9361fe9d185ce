import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import type { SentPerson } from "@leadrelay/contracts/sent-person";
import type { DestinationFacts, Facts, FormFacts, KnownLead, Policy } from "../decide/facts.ts";
import { identityKey } from "../identity/identity.ts";
import type { Submission } from "../identity/submission.ts";
import { matchCidr } from "../ip-lists/match-cidr.ts";
import { defaultWeights } from "../suspicion/weights.ts";
import { storedFilter } from "../shape/stored-filter.ts";
import { toldAtOnce } from "./takes-directly.ts";
import { identitiesOfPerson, leadOfPerson } from "./sent-persons.ts";

/** What is known of leads of one client while D1 is away. */
export interface DirectFacts {
  config: DirectConfig;
  policy: Policy;
  nowMs: number;
  /** Who was sent without D1, by the identity they were found under. */
  holders: ReadonlyMap<string, SentPerson>;
  /** What D1 said of those, where it could still be read. */
  stored: Pick<Facts, "identities" | "leads"> | null;
}

/** Ids of leads that D1 does not have; its own begin at 1. */
const firstId = -1_000_000_000;

/** The same as facts of a decision; `personOf` tells whose lead has an id that D1 did not give. */
export function directFacts(
  submissions: readonly Submission[],
  { config, holders, stored, nowMs }: DirectFacts,
): { facts: Facts; personOf: (leadId: number) => SentPerson | undefined } {
  const identities = new Map(stored?.identities);
  const leads = new Map<number, KnownLead>(stored?.leads);
  const persons = latestOf(holders.values());
  const idOf = new Map(persons.map(({ submission_id }, index) => [submission_id, firstId + index]));
  for (const [index, person] of persons.entries()) {
    leads.set(firstId + index, leadOfPerson(firstId + index, config.client_id, person));
    // Whose an address is says only what was found under it.
    for (const identity of identitiesOfPerson(config.client_id, person))
      if (identity.kind !== "ip") identities.set(identityKey(identity), firstId + index);
  }
  for (const [key, { submission_id }] of holders) identities.set(key, idOf.get(submission_id) ?? 0);
  const facts: Facts = {
    forms: new Map(submissions.map(({ form_id }) => [form_id, formFacts(form_id, config)])),
    clients: new Map([[config.client_id, clientFacts(config)]]),
    stored: new Set(),
    blocked: new Map(),
    allowed: allowedOf(submissions, config, nowMs),
    identities,
    leads,
    tallies: new Map(),
    nextLeadId: firstId + persons.length,
    nextSubmissionId: 1,
  };
  return { facts, personOf: (leadId) => persons[leadId - firstId] };
}

/** Each person as they are known best: what is kept under one identity may be older than under another. */
function latestOf(found: Iterable<SentPerson>): SentPerson[] {
  const persons = new Map<string, SentPerson>();
  for (const person of found) {
    const known = persons.get(person.submission_id);
    if (known === undefined || known.submission_count < person.submission_count)
      persons.set(person.submission_id, person);
  }
  return [...persons.values()];
}

function formFacts(id: string, { client_id, forms = [] }: DirectConfig): FormFacts {
  const own = forms.find((form) => form.id === id);
  return {
    duplicate_window_minutes: null,
    reengage_hours: null,
    reengage_basis: "last_submission",
    identity_guard: null,
    ...own,
    id,
    client_id,
    form_key: "",
  };
}

const clientFacts = ({ client_id, test_strings, destinations }: DirectConfig) => ({
  id: client_id,
  test_strings,
  suspicion_weights: defaultWeights,
  destinations: destinations.map(destinationFacts),
});

const destinationFacts = ({
  id,
  takes_test,
  environments,
  event_types,
  shape_json = null,
}: DirectConfig["destinations"][number]): DestinationFacts => ({
  id,
  takes_test,
  environments,
  enabled: true,
  health: null,
  limits: null,
  event_types: toldAtOnce(event_types),
  max_attempts: 10,
  filter: storedFilter(shape_json),
});

const allowedOf = (submissions: readonly Submission[], { allowed }: DirectConfig, nowMs: number) =>
  new Map(
    submissions.flatMap(({ submission_id, context }) => {
      const usage = matchCidr(context.ip ?? "", allowed, nowMs)?.usage;
      return usage === undefined ? [] : [[submission_id, usage] as const];
    }),
  );
