import type { EventType } from "@leadrelay/contracts/event-type";
import { mostSentIdentities } from "@leadrelay/contracts/sent-person";
import type { CommitPlan } from "../decide/commit-plan.ts";
import { decideBatch } from "../decide/decide-batch.ts";
import { identityKey } from "../identity/identity.ts";
import type { Submission } from "../identity/submission.ts";
import { directFacts, type DirectFacts } from "./direct-facts.ts";
import { rememberLead, sendsOfPerson, type Remembered } from "./sent-persons.ts";

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
  const known = new Map(
    [...facts.holders.values()].flatMap(sendsOfPerson).map((sent) => [sent.submission_id, sent] as const),
  );
  const [tried, fresh]: Submission[][] = [[], []];
  for (const submission of submissions) {
    const sent = known.get(submission.submission_id);
    if (Object.keys(submission.direct).length > 0) {
      if (sent === undefined) tried?.push(submission);
    } else if (sent === undefined) fresh?.push(submission);
    // Remembered, and not sent before its invocation ended.
    else verdicts.set(sent.submission_id, { kind: "send", event: sent.event, submissionNumber: sent.number });
  }
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
  const sends = new Map<number, ReturnType<typeof sendsOfPerson>>();
  const latest = new Map<number, string>();
  for (const { lead_id, public_id: submission_id, submission_number: number } of plan.submissions) {
    const event = told.get(submission_id);
    const before = sends.get(lead_id) ?? [];
    latest.set(lead_id, submission_id);
    if (event === undefined) {
      const of = before.at(-1)?.submission_id ?? personOf(lead_id)?.last_sent_as ?? null;
      verdicts.set(submission_id, { kind: "repeat", of });
    } else {
      verdicts.set(submission_id, { kind: "send", event: event.type, submissionNumber: number });
      if (event.isTaken) sends.set(lead_id, [...before, { submission_id, event: event.type, number }]);
    }
  }
  const remembered = [...plan.newLeads, ...plan.changedLeads].flatMap((lead) => {
    const person = personOf(lead.id);
    const now = sends.get(lead.id) ?? [];
    const last_sent_as = now.at(-1)?.submission_id ?? person?.last_sent_as;
    // A lead that D1 has, and nothing was sent of, is D1's to remember.
    if (last_sent_as === undefined) return [];
    const last_sent_at = now.length > 0 ? given.nowMs : (person?.last_sent_at ?? null);
    const sent = [...(person === undefined ? [] : sendsOfPerson(person)), ...now].slice(-mostSentIdentities);
    const by = latest.get(lead.id) ?? last_sent_as;
    return [rememberLead(lead, { plan, facts, person, by, sent: { last_sent_as, last_sent_at, sent } })];
  });
  return { verdicts, remembered };
}

/** What each submission tells at once, by its id, and whether anybody takes it: without, nobody was sent, and D1 keeps it. */
function toldIn({ events, deliveries }: CommitPlan) {
  const delivered = new Set(deliveries.map(({ event_id }) => event_id));
  return new Map(
    events
      .map(({ id, submission_public_id, type }) => ({
        submission_public_id,
        type,
        isTaken: delivered.has(id),
      }))
      .filter(({ type, isTaken }) => isTaken || type !== "lead.updated")
      .map(({ submission_public_id, ...event }) => [submission_public_id, event] as const),
  );
}
