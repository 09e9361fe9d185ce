import type { EventType } from "@leadrelay/contracts/event-type";
import type { SubmissionOutcome } from "@leadrelay/contracts/submission-outcome";
import type { DecisionTrace, IdentityTrace } from "./decision-trace.ts";
import type { ClientFacts, KnownLead } from "./facts.ts";
import type { Verdict } from "./judge-repeat.ts";
import type { MatchResult } from "./match-lead.ts";
import type { LeadEngagement } from "../engagement/engagement-of.ts";
import type { Submission } from "../identity/submission.ts";
import type { ActiveSession } from "../sessions/active-session.ts";

/** What was decided of one submission; `lead` is the lead with it. */
export interface Decided {
  submission: Submission;
  client: ClientFacts;
  lead: KnownLead;
  verdict: Verdict;
  match: MatchResult;
  identities: IdentityTrace[];
  test: DecisionTrace["test"];
  outcome: SubmissionOutcome;
  /** null for a repeat that tells nothing new. */
  event: EventType | null;
  newContact: ("email" | "phone")[];
  /** The session it was submitted in; null where nothing names one. */
  session: ActiveSession | null;
  /** null where nothing is known of it. */
  engagement: LeadEngagement | null;
  /** Its network looks like one that hides who sends. */
  isVpnSuspected: boolean;
  suspicion: { score: number; reasons: readonly string[] };
}
