import type { LeadOutcome } from "@leadrelay/contracts/callback-limits";
import type { CallbackLead, CallbackSaid } from "@leadrelay/contracts/callback-message";
import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { ShownLead } from "../notices/payload-of-lead.ts";
import type { Tally } from "../tallies/tally.ts";
import type { TwilioSaid } from "./read-twilio.ts";

/** What was said, once whoever said it is known. */
export type ProvedSaid = Exclude<CallbackSaid, { kind: "twilio" }> | TwilioSaid;

/** A callback of a known client. Times in ms UTC. */
export interface Callback {
  id: string;
  client_id: string;
  received_at: number;
  said: ProvedSaid;
  /** Of Twilio's: whose door it came through. */
  destination_id: string | null;
}

/** By what its lead is looked for; a phone as it identifies. */
export interface CallbackSought extends CallbackLead {
  phone?: string;
}

/** A delivery that a callback is about, as it is now. */
export interface CallbackDelivery {
  public_id: string;
  lead_id: number;
  event_id: string;
  destination_id: string;
  status: DeliveryStatus;
  attempts: number;
  /** When its receiver took it. */
  settled_at: number | null;
  submitted_at: number | null;
  confirm_by: number | null;
  /** Since when it counts as never confirmed. */
  unconfirmed_at: number | null;
  /** 1: it told of something that is no submission. */
  is_notice: 1 | null;
}

/** A destination that has the lead, and how many it gave back this month. */
export interface ArrivedDelivery {
  public_id: string;
  destination_id: string;
  settled_at: number;
  returned: number;
}

/** What D1 knows when a callback is looked at. */
export interface CallbackFacts {
  lead: (ShownLead & { status: string; crm_lead_id: string | null }) | null;
  delivery: CallbackDelivery | null;
  /** It is kept itself. */
  isKept: boolean;
  /** The same, as it is taken once of a lead, was said before. */
  wasSaid: boolean;
  /** Of an outcome: the newest delivery of each destination that has the lead. */
  arrived: readonly ArrivedDelivery[];
  /** Of a return: destinations that gave the lead back before. */
  returnedBy: readonly string[];
  /** Of an outcome: whose CRM has the lead under the id that it is linked to, where that is known. */
  linkedBy: string | null;
}

type CallbackKind = ProvedSaid["kind"];

/** A row of `lead_callbacks`. */
export interface LeadCallbackRow {
  /** 0: it matched none. */
  lead_id: number;
  client_id: string;
  id: string;
  kind: CallbackKind;
  once_key: string | null;
  delivery_id: string | null;
  destination_id: string | null;
  /** A `CallbackDetail`. */
  detail_json: string;
  refused: string | null;
  happened_at: number;
  received_at: number;
}

/** What is shown of a callback, whichever kind it is: what its sender said. */
export interface CallbackDetail {
  /** An outcome, what kind of activity, a status. */
  word: string | null;
  text: string | null;
  by: string | null;
  crm_lead_id: string | null;
  url: string | null;
  value: number | null;
  currency: string | null;
  /** The stage that the lead went to. */
  stage: string | null;
  /** It says that nothing came of it; absent otherwise. */
  failed?: true;
  /** Of one that matched no lead: by what it looked for one. */
  sought?: CallbackSought;
  /** What it says of a delivery that counted as never confirmed; absent otherwise. */
  late?: true;
}

/** What is counted, and how many of it there may be: whoever would be one more writes nothing, and looks again. Absent: as many as come. */
export interface LimitedTally extends Tally {
  most?: number;
}

/** An outcome that statistics count, and at whom. */
export interface ToldOutcome {
  word: LeadOutcome;
  /** null: nobody knows which of those that have the lead it is told of. */
  destination_id: string | null;
}

/** What comes of a callback; all of it in one batch, and none of it where the row is there already. */
export interface CallbackPlan {
  row: LeadCallbackRow;
  detail: CallbackDetail;
  lead: CallbackFacts["lead"];
  /** The CRM's id that the lead gets. */
  crmLeadId: string | null;
  /** Where the lead goes. */
  stage: { from: string; to: string } | null;
  /** What its receiver has for certain. */
  confirmed: CallbackDelivery | null;
  /** What its receiver took, and made nothing of. */
  unconfirmed: CallbackDelivery | null;
  /** Whoever wants no more messages, or wants them again; not kept where `limit` is full. */
  optOut: { phone: string; isOut: boolean; limit: LimitedTally | null } | null;
  /** What statistics count; null: nothing. */
  told: ToldOutcome | null;
  /** What a return counts as. */
  tallies: LimitedTally[];
  /** The member of a route that gave the lead back, where it goes on to the next; null: it goes nowhere. */
  leaves: string | null;
  /** Who gets the lead next; known once its route was asked. */
  passedOnTo: { id: string; name: string; kind: string } | null;
}
