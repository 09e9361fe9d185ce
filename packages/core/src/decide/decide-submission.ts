import type { EventType } from "@leadrelay/contracts/event-type";
import type { SubmissionOutcome } from "@leadrelay/contracts/submission-outcome";
import { engagementOf } from "../engagement/engagement-of.ts";
import { activeSession, type ActiveSession } from "../sessions/active-session.ts";
import { hasTag, sessionSignals, vpnTier } from "../suspicion/session-signals.ts";
import { suspicionOf } from "../suspicion/suspicion-of.ts";
import { testReason } from "./test-reason.ts";
import type { DecisionContext } from "./decision-context.ts";
import type { Facts, FormFacts, KnownLead } from "./facts.ts";
import { duplicateWindowMs, judgeRepeat, type Rule, type Verdict } from "./judge-repeat.ts";
import { matchLead, type MatchResult } from "./match-lead.ts";
import { mergeLead, newContact, newLead } from "./merge-lead.ts";
import { identityOf, settleIdentities } from "./settle-identities.ts";
import type { Submission } from "../identity/submission.ts";
import type { WorkingState } from "./working-state.ts";
import { writeDecision } from "./write-decision.ts";

/** Recognises the person, judges the repeat, and puts everything that follows into the plan. */
export function decideSubmission(
  submission: Submission,
  facts: Facts,
  context: DecisionContext,
  state: WorkingState,
): void {
  const form = getFact(facts.forms, submission.form_id);
  const client = getFact(facts.clients, submission.client_id);
  const allowed = facts.allowed.get(submission.submission_id);
  const test = testReason(submission, client, allowed);
  const isTest = test !== null;
  const sessionFacts = facts.sessions?.get(submission.submission_id);
  // A form without the tag may name a browser and a session of some other script: nothing of ours is known of those.
  const isTagged = submission.fields.session_totals !== undefined || hasTag(form, submission.received_at);
  const session = isTagged ? activeSession(submission, sessionFacts?.ofVisitor ?? []) : null;
  const signals = sessionSignals(submission, {
    form,
    session,
    facts: sessionFacts,
    before: state.submittedIn(submission, session),
  });
  const suspicion = suspicionOf(submission, client.suspicion_weights, allowed, signals);
  const engagement = engagementOf(session);
  const engaged = engagedBy(session, engagement);
  const windowMs = duplicateWindowMs(form, context.policy);
  const match = matchLead(submission, {
    findLead: state.findLead,
    duplicateWindowMs: windowMs,
    isGuarded: form.identity_guard ?? context.policy.identityGuard,
    isTest,
  });
  const added =
    match.lead === null ? [] : newContact(match.lead, submission, isKnownUnder(match.lead, isTest));
  const verdict = judge(submission, match, added, form, context);
  const lead =
    match.lead === null
      ? newLead(
          submission,
          { id: state.takeLeadId(), public_id: context.newId() },
          { isTest, suspicionScore: suspicion.score, ...(engaged && { engaged }) },
        )
      : mergeLead(match.lead, submission, suspicion.score, engaged);
  const settled = { leadId: lead.id, isNewLead: match.lead === null, matchedBy: match.by, isTest };
  const identities = settleIdentities(submission, settled, state);
  const outcome = isTest ? "test" : outcomes[verdict.rule];
  const event = eventOf(verdict.rule, added.length > 0);
  writeDecision(
    {
      submission,
      client,
      lead,
      verdict,
      match,
      identities,
      test,
      outcome,
      event,
      newContact: added,
      session,
      engagement,
      isVpnSuspected: vpnTier(signals?.vpnScore ?? 0) !== null,
      suspicion,
    },
    context,
    state,
  );

  function isKnownUnder(lead: KnownLead, isTest: boolean) {
    return (kind: "email" | "phone") => {
      const value = submission.contact.identities[kind];
      return value !== undefined && state.findHolder(identityOf(submission, kind, value, isTest)) === lead.id;
    };
  }
}

const outcomes: Record<Rule, Exclude<SubmissionOutcome, "test">> = {
  new_lead: "new_lead",
  contradicted_match: "new_lead",
  never_sent: "new_lead",
  ip_match_new_contact: "duplicate",
  duplicate_window: "duplicate",
  reengage_off: "duplicate",
  reengage_wait: "duplicate",
  reengaged: "reengaged",
};

/** What happened to the lead; null for a repeat that tells nothing new. */
function eventOf(rule: Rule, hasNewContact: boolean): EventType | null {
  if (outcomes[rule] === "new_lead") return "lead.created";
  if (rule === "reengaged") return "lead.reengaged";
  return hasNewContact ? "lead.updated" : null;
}

function judge(
  submission: Submission,
  match: MatchResult,
  added: readonly string[],
  form: FormFacts,
  { policy }: DecisionContext,
): Verdict {
  if (match.lead === null) return match.passedOver.length === 0 ? stranger : lookAlike(form);
  const verdict = judgeRepeat(submission.received_at, match.lead, form, policy);
  const tellsNew = match.by === "ip" && added.length > 0 && verdict.rule === "duplicate_window";
  return tellsNew ? { ...verdict, rule: "ip_match_new_contact" } : verdict;
}

const stranger: Verdict = { rule: "new_lead", elapsed_minutes: null, setting: null };

const lookAlike = ({ identity_guard }: FormFacts): Verdict => ({
  rule: "contradicted_match",
  elapsed_minutes: null,
  setting: {
    name: "IDENTITY_GUARD",
    value: "on",
    from: identity_guard === null ? "installation" : "form",
  },
});

const engagedBy = (session: ActiveSession | null, engagement: { score: number } | null) =>
  session === null
    ? undefined
    : { engagement_score: engagement?.score ?? null, session_id: session.session_id };

function getFact<Fact>(facts: ReadonlyMap<string, Fact>, id: string): Fact {
  const found = facts.get(id);
  if (found === undefined) throw new Error(`No facts were gathered for ${id}`);
  return found;
}
