import type { IdentityKind } from "../identity/identity.ts";
import type { DestinationTrace, IdentityTrace } from "./decision-trace.ts";

/** A submission's row, as far as its trace is read from it. */
export interface TraceRow {
  public_id: string;
  decision_json: string;
}

/** What a destination's state is at commit, by the reason it got there. */
export const usualStatus: Record<DestinationTrace["reason"], DestinationTrace["status"]> = {
  subscribed: "pending",
  ip_match_new_contact: "pending",
  sent_while_d1_down: "delivered",
  not_subscribed: "skipped",
  takes_no_tests: "skipped",
  other_environment: "skipped",
  not_a_new_lead: "skipped",
  too_suspicious: "skipped",
  no_address: "skipped",
  filtered: "skipped",
  filter_broken: "pending",
  opted_out: "skipped",
  disabled: "held",
  routed: "pending",
  routed_elsewhere: "skipped",
  route_conditions: "skipped",
  closed: "held",
  capped: "held",
  behind: "held",
};

/** A letter for each kind of identity, and for what became of it. */
export const kindLetters: Record<IdentityKind, string> = { visitor_id: "v", email: "e", phone: "p", ip: "i" };
export const resultLetters: Record<IdentityTrace["result"], string> = {
  matched: "m",
  same_lead: "s",
  added: "a",
  held_by_other_lead: "h",
};
