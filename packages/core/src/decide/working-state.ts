import { nameWords } from "../identity/name-words.ts";
import { identityKey, type Identity, type SharedIdentity } from "../identity/identity.ts";
import { emptyPlan, type CommitPlan, type LeadRow } from "./commit-plan.ts";
import { sumTallies, tallyKey, type Tally } from "../tallies/tally.ts";
import { sumSignals } from "./step-signals.ts";
import type { Submission } from "../identity/submission.ts";
import type { ActiveSession } from "../sessions/active-session.ts";
import { networkOf } from "../sessions/network-of.ts";
import { foldRows } from "../sessions/session-row.ts";
import type { Facts, KnownLead } from "./facts.ts";

/** What the batch knows while it is decided: what was read, and what the submissions before this one changed. */
export interface WorkingState {
  plan: CommitPlan;
  isStored: (submissionId: string) => boolean;
  markStored: (submissionId: string) => void;
  findLead: (identityKey: string) => KnownLead | undefined;
  /** The lead that holds an identity, read or just given. */
  findHolder: (identity: Identity) => number | undefined;
  /** What people know a lead by; undefined of one that was not read. */
  publicIdOf: (leadId: number) => string | undefined;
  saveLead: (lead: KnownLead) => void;
  giveIdentity: (identity: Identity, leadId: number) => void;
  pointIpIdentity: (identity: Identity, leadId: number) => void;
  /** Once for each lead and detail. */
  shareIdentity: (identity: SharedIdentity) => void;
  /** What a subject of the tallies counts in a period, what this batch adds included. */
  countOf: (subject: string, period: string) => number;
  addTally: (tally: Tally) => void;
  /** Counts for the rest of the batch alone, and is not written: what it tells of has yet to happen. */
  expectTally: (tally: Tally) => void;
  /** Submissions of the batch in sessions of this browser, or at this address. */
  submittedIn: (submission: Submission, session: ActiveSession | null) => number;
  takeLeadId: () => number;
  takeSubmissionId: () => number;
  /** The plan with every lead in its last state. */
  finish: () => CommitPlan;
}

/** Opens the state of one batch over what was read for it. */
export function openWorkingState(facts: Facts): WorkingState {
  const plan = emptyPlan();
  const stored = new Set(facts.stored);
  const leads = new Map(facts.leads);
  const holders = new Map(facts.identities);
  const touched = new Set<number>();
  const ipIdentities = new Map<string, Identity & { lead_id: number }>();
  const shared = new Map<string, SharedIdentity>();
  const tallies = new Map<string, number>();
  let nextLeadId = facts.nextLeadId;
  let nextSubmissionId = facts.nextSubmissionId;
  const expectTally = ({ subject, period, count }: Tally) => {
    const key = tallyKey(subject, period);
    tallies.set(key, (tallies.get(key) ?? 0) + count);
  };
  return {
    plan,
    isStored: (id) => stored.has(id),
    markStored: (id) => void stored.add(id),
    findLead: (key) => leads.get(holders.get(key) ?? -1),
    findHolder: (identity) => holders.get(identityKey(identity)),
    publicIdOf: (leadId) => leads.get(leadId)?.public_id,
    saveLead: (lead) => {
      leads.set(lead.id, lead);
      touched.add(lead.id);
    },
    giveIdentity: (identity, lead_id) => {
      holders.set(identityKey(identity), lead_id);
      plan.identities.push({ ...identity, lead_id });
    },
    pointIpIdentity: (identity, lead_id) => {
      holders.set(identityKey(identity), lead_id);
      ipIdentities.set(identityKey(identity), { ...identity, lead_id });
    },
    shareIdentity: (identity) => void shared.set(`${identity.lead_id} ${identityKey(identity)}`, identity),
    countOf: (subject, period) => {
      const key = tallyKey(subject, period);
      return (facts.tallies.get(key) ?? 0) + (tallies.get(key) ?? 0);
    },
    addTally: (added) => {
      plan.tallies.push(added);
      expectTally(added);
    },
    expectTally,
    submittedIn: ({ client_id, context }, session) =>
      plan.sessions.filter(
        (row) =>
          row.client_id === client_id &&
          (row.visitor_id === session?.visitor_id || row.network === networkOf(context.ip)),
      ).length,
    takeLeadId: () => nextLeadId++,
    takeSubmissionId: () => nextSubmissionId++,
    finish: () => ({
      ...plan,
      ...leadRows(facts, leads, touched),
      ipIdentities: [...ipIdentities.values()],
      sharedIdentities: [...shared.values()],
      sessions: foldRows(plan.sessions),
      signals: sumSignals(plan.signals),
      tallies: sumTallies(plan.tallies).filter(({ count }) => count !== 0),
    }),
  };
}

function leadRows(facts: Facts, leads: ReadonlyMap<number, KnownLead>, touched: ReadonlySet<number>) {
  const rows = {
    newLeads: [] as LeadRow[],
    changedLeads: [] as LeadRow[],
    guards: [] as CommitPlan["guards"],
    nameWords: [] as CommitPlan["nameWords"],
  };
  for (const id of touched) {
    const lead = leads.get(id);
    if (lead === undefined) continue;
    const { went_out, ...row } = lead;
    const read = facts.leads.get(id);
    const words = row.contact_name === read?.contact_name ? [] : nameWords(row.contact_name);
    if (words.length > 0)
      rows.nameWords.push({ client_id: row.client_id, is_test: row.is_test, lead_id: id, words });
    if (read === undefined) rows.newLeads.push(row);
    else {
      // Only what was chosen now: a settle may have sent it on to another meanwhile.
      const routed_json = row.routed_json === read.routed_json ? null : (row.routed_json ?? null);
      rows.changedLeads.push({ ...row, routed_json });
      const unsent = went_out && !read.went_out ? { unsent: true } : {};
      rows.guards.push({ lead_id: id, submission_count: read.submission_count, ...unsent });
    }
  }
  return rows;
}
