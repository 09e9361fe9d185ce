import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { EventType } from "@leadrelay/contracts/event-type";
import type { IdentityKind } from "../identity/identity.ts";
import type { Detail } from "./contradiction.ts";
import type { IpRejection } from "./match-lead.ts";
import type { Rule, Verdict } from "./judge-repeat.ts";

/** Why a destination gets the event, or does not. */
export interface DestinationTrace {
  id: string;
  event: EventType;
  status: DeliveryStatus;
  reason:
    | "subscribed"
    | "ip_match_new_contact"
    | "sent_while_d1_down"
    | "not_subscribed"
    | "takes_no_tests"
    | "other_environment"
    | "filtered"
    | "filter_broken"
    | "disabled"
    | "routed"
    | "routed_elsewhere"
    | "route_conditions"
    | "not_a_new_lead"
    | "too_suspicious"
    | "no_address"
    | "opted_out"
    | "closed"
    | "capped"
    | "behind";
  delivery_public_id?: string;
  /** What acted on it, as people read it: "B: 31 % of its 40 %; A full until 18:00 IST", "country is not IN"; of what is held `is full until 18:00 IST`. */
  words?: string;
}

/** What became of one identity: `held_by_other_lead` names the lead that has it. */
export interface IdentityTrace {
  kind: IdentityKind;
  result: "matched" | "same_lead" | "added" | "held_by_other_lead";
  lead_id: number;
  /** Of another lead, as people know it; traces of before have none. */
  lead_public_id?: string;
}

/** A lead that was found by one kind, and passed over: these details show another person. */
export interface PassedOverTrace {
  kind: IdentityKind;
  lead: { id: number; public_id: string };
  differs: readonly Detail[];
}

/**
 * Why a submission was decided as it was; kept in `lead_submissions.decision_json`, so that
 * "why was this (not) sent?" always has an answer.
 */
export interface DecisionTrace extends Omit<Verdict, "rule"> {
  /** `split`: somebody made it a lead of its own; `passed_over` names the lead it had been taken for. */
  rule: Rule | "split";
  lead: { id: number; public_id: string; matched_by: IdentityKind | null };
  identities: IdentityTrace[];
  /** In the order the kinds are asked; rows of before there was a guard have none. */
  passed_over: PassedOverTrace[];
  /** Why a lead known at this address was not taken for the same person; null when there was none or it was. */
  ip_rejected: IpRejection | null;
  test: "marked" | "allowed_ip" | "test_string" | null;
  event: EventType | null;
  new_contact: ("email" | "phone")[];
  destinations: DestinationTrace[];
  /** As destinations were told; absent where no session is known. */
  engagement?: { score: number; label: string; session_id: string };
  suspicion: { score: number; reasons: readonly string[] };
  notes: string[];
}
