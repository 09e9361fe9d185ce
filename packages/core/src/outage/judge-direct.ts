import type { EventType } from "@leadrelay/contracts/event-type";
import type { CommitPlan } from "../decide/commit-plan.ts";
import { decideBatch } from "../decide/decide-batch.ts";
import { identityKey } from "../identity/identity.ts";
import type { Submission } from "../identity/submission.ts";
import { directFacts, type DirectFacts } from "./direct-facts.ts";
import { rememberLead, type Remembered } from "./sent-persons.ts";

/** What becomes of a submission while D1 is away. */
export type DirectVerdict =
  | { kind: "send"; event: EventType; submissionNumber: number }
  /** Of the submission that was sent; null: of a lead that D1 has. */
  | { kind: "repeat"; of: string | null };

export interface JudgedDirect {
  /** By submission id, of those that no send was tried of. */
  verdicts: ReadonlyMap<string, DirectVerdict>;
  remembered: Remembered[];
}

/**
 * Whether leads of one client that are due are new, or repeats of somebody who was sent already: decided by the very rules that the commit
 * decides by, over what is known without it. A repeat that D1 would send nothing of, or only a correction, waits for it. Submissions
 * that were tried already come first: theirs is the lead that the others repeat.
 */
export function judgeDirect(submissions: readonly Submission[], facts: DirectFacts): JudgedDirect {
  const verdicts = new Map<string, DirectVerdict>();
  const persons = [...facts.holders.values()];
  const known = new Set(persons.flatMap((one) => [one.submission_id, one.last_sent_as]));
  const [tried, fresh]: Submission[][] = [[], []];
  for (const submission of submissions)
    if (Object.keys(submission.direct).length > 0) {
      if (!known.has(submission.submission_id)) tried?.push(submission);
    } else if (known.has(submission.submission_id)) {
      // Remembered, and not sent before its invocation ended.
      const isFirst = persons.some(({ submission_id }) => submission_id === submission.submission_id);
      const event = isFirst ? "lead.created" : "lead.reengaged";
      verdicts.set(submission.submission_id, { kind: "send", event, submissionNumber: 1 });
    } else fresh?.push(submission);
  const before = decideThese(tried ?? [], facts);
  const holders = new Map(facts.holders);
  for (const { identities, person } of before.remembered)
    for (const identity of identities) holders.set(identityKey(identity), person);
  const after = decideThese(fresh ?? [], { ...facts, holders });
  const all = [...before.remembered, ...after.remembered];
  return {
    verdicts: new Map([...verdicts, ...after.verdicts]),
    remembered: [...new Map(all.map((one) => [one.person.submission_id, one])).values()],
  };
}

function decideThese(submissions: readonly Submission[], given: DirectFacts): JudgedDirect {
  const verdicts = new Map<string, DirectVerdict>();
  if (submissions.length === 0) return { verdicts, remembered: [] };
  const { facts, personOf } = directFacts(submissions, given);
  const plan = decideBatch(submissions, facts, { ...given, newId: () => "" });
  const told = toldIn(plan);
  const sentAs = new Map<number, string>();
  const latest = new Map<number, string>();
  for (const { lead_id, public_id, submission_number } of plan.submissions) {
    const event = told.get(public_id);
    const of = sentAs.get(lead_id) ?? personOf(lead_id)?.last_sent_as ?? null;
    latest.set(lead_id, public_id);
    if (event === undefined) verdicts.set(public_id, { kind: "repeat", of });
    else {
      verdicts.set(public_id, { kind: "send", event, submissionNumber: submission_number });
      sentAs.set(lead_id, public_id);
    }
  }
  const remembered = [...plan.newLeads, ...plan.changedLeads].flatMap((lead) => {
    const person = personOf(lead.id);
    const last_sent_as = sentAs.get(lead.id) ?? person?.last_sent_as;
    // A lead that D1 has, and nothing was sent of, is D1's to remember.
    if (last_sent_as === undefined) return [];
    const last_sent_at = sentAs.has(lead.id) ? given.nowMs : (person?.last_sent_at ?? null);
    const by = latest.get(lead.id) ?? last_sent_as;
    return [rememberLead(lead, { plan, facts, person, by, sent: { last_sent_as, last_sent_at } })];
  });
  return { verdicts, remembered };
}

/** What of each submission is sent at all, by submission id. */
function toldIn({ events, deliveries }: CommitPlan): ReadonlyMap<string, EventType> {
  const delivered = new Set(deliveries.map(({ event_id }) => event_id));
  const sent = events.filter(({ id }) => delivered.has(id));
  return new Map(sent.map(({ submission_public_id, type }) => [submission_public_id, type]));
}
