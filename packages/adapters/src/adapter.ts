import type { Notice } from "@leadrelay/contracts/notice";
import type { LeadAttribution } from "@leadrelay/contracts/attribution";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { ReplyPolicy } from "@leadrelay/contracts/reply-policy";
import type { ToldType } from "@leadrelay/contracts/event-type";
import type { MappedLead } from "@leadrelay/core/shape/map-lead";
import type { DefinedSettings } from "./settings/define-settings.ts";

/** How and when a lead came. */
export interface LeadOrigin {
  attribution: LeadAttribution;
  /** Of its first submission, ms UTC. */
  first_submitted_at: number;
}

/** One event for one destination, as an adapter turns it into a request. */
export interface OutgoingDelivery {
  event: {
    id: string;
    type: ToldType;
    payload: LeadPayload;
    /** Of an event that is no submission; `payload` is then the lead it is about or told by, or says nothing. Only kinds that take notices get one. */
    notice?: Notice;
    /** How the person came; null where that was not kept. For destinations that were set to send it. */
    attribution: LeadAttribution;
    created_at: number;
  };
  /** The delivery's UUID, constant over retries and replays: receivers deduplicate by it. */
  delivery_public_id: string;
  /** What the person wrote into the form; null, or absent: nothing. Only kinds that show it are told. */
  message?: string | null;
  /** How and when its lead came. Only kinds that take stages are told. */
  origin?: LeadOrigin;
  /** What its destination's mapping makes of it; absent: it has none. */
  mapped?: MappedLead;
  /** Where its receiver tells what came of it; null, or absent: nowhere. */
  callback_url?: string | null;
  /** 1 for the first try. */
  attempt: number;
  /** When this try began, ms UTC. */
  attempted_at: number;
  /** Others of its destination that the same requests carry: only for a kind that takes several `together`. */
  beside?: readonly OutgoingDelivery[];
}

/** What of a delivery makes its body. */
export interface SentDelivery extends Pick<
  OutgoingDelivery,
  "delivery_public_id" | "mapped" | "message" | "callback_url" | "origin"
> {
  event: Pick<OutgoingDelivery["event"], "id" | "type" | "payload" | "attribution" | "created_at" | "notice">;
}

export interface OutgoingRequest {
  url: string;
  method: "GET" | "POST" | "PUT" | "PATCH";
  headers: Record<string, string>;
  /** null for a GET. */
  body: string | null;
  /** Of its answer no more is read; absent: 64 KB. */
  mostAnswerBytes?: number;
  /** The Worker's binding that performs it instead of a fetch; its URL stands for that, and is called by nobody. */
  binding?: "send_email";
}

/** What came back, body capped by the guarded fetch. */
export interface ReceivedResponse {
  status: number;
  headers: Headers;
  body: string;
  /** ms UTC: what a wait that is given as a date counts from. */
  receivedAt: number;
  /** A 2xx of which not all came, because the connection broke or the time was over; one that is longer than is read is none. */
  isCut?: true;
}

/** What steps found out for those behind them and for later tries, by name: short texts, none of them secret. */
export type Kept = Readonly<Record<string, string>>;

/**
 * delivered: the receiver has the lead; under an id of its own, where it tells one · duplicate_at_receiver: it had this person before and did not take
 * the lead · retry: likely to pass later · hold: nothing at all passes there before that time, as when a quota is spent: no attempt is spent on it ·
 * opted_out: whoever it was for wants no messages · refused: will not pass without a person · gone: the receiver no longer exists. Waits are what the receiver asks for, in ms; null: it did not say.
 */
export type Classification =
  | { outcome: "delivered"; receiverId?: string }
  | { outcome: "duplicate_at_receiver"; error: string; receiverId?: string }
  | { outcome: "retry"; error: string; waitMs: number | null; kept?: Kept }
  | { outcome: "hold"; error: string; waitMs: number | null }
  | { outcome: "opted_out"; error: string }
  | { outcome: "refused"; error: string }
  | { outcome: "gone"; error: string };

/** A token by which the steps behind are let in. Kept for the destination, sealed. */
export interface Token {
  value: string;
  /** From now, ms. */
  expiresInMs: number;
}

/**
 * What a step's answer means: an end of the try, or that it goes on. onward: with what the next steps need · stale_token: it was not let in;
 * with a fresh token it is tried once more, and refused where that one was fresh. each: deliveries, by their ids, for which this is the end;
 * the step behind is for those that are left.
 */
export type StepEnd =
  | Classification
  | { outcome: "onward"; kept?: Kept; token?: Token; each?: Readonly<Record<string, Classification>> }
  | { outcome: "stale_token"; error: string };

/** What a step may go by beside the delivery. */
export interface StepContext {
  /** Of steps before it, of this try and of earlier ones. */
  kept: Kept;
  /** Of the token step; "" where the kind has none. */
  token: string;
}

/** One request of a try. */
export interface Step<Settings> {
  /** A word, for those who look at a try: `token`, `person`, `lead`. */
  name: string;
  /** It asks for a token: skipped while there is one. */
  isForToken?: true;
  /** Absent: always. */
  isNeeded?(kept: Kept, settings: Settings, delivery: OutgoingDelivery): boolean;
  buildRequest(
    settings: Settings,
    delivery: OutgoingDelivery,
    context: StepContext,
  ): OutgoingRequest | Promise<OutgoingRequest>;
  /** @param delivery whom the request was for; every try tells it */
  classify(
    response: ReceivedResponse,
    settings: Settings,
    context: StepContext,
    delivery?: OutgoingDelivery,
  ): StepEnd;
}

/**
 * The secret that a kind signs its requests with, in its settings `secret`; after a rotation the one before it goes on in `previous_secret` until
 * `previous_until`, UTC as ISO 8601 writes it.
 */
interface SigningSecret<Settings> {
  /** Whether requests by these settings are signed. */
  isUsed(settings: Settings): boolean;
  /** One for somebody who brings none. @param random 32 bytes */
  make(random: Uint8Array): string;
}

/** One destination kind: its settings, its requests, and what its answers mean. */
export interface Adapter<Settings> extends DefinedSettings<Settings> {
  kind: string;
  /** As people call it. */
  title: string;
  /** Where an operator finds in the receiver what the settings ask for: a sentence a step. */
  guide: readonly string[];
  /** Requests a second that the receiver takes at one address: the pace of a replay that names none. */
  perSecond: number;
  /**
   * How many deliveries one try may carry; absent: one. For kinds that no lead's own words can make refuse the others: what is refused as a
   * whole is refused for all.
   */
  together?: number;
  /** Whether a lead goes there while D1 is away, with its ids null: what cannot wait, and needs nothing that only D1 knows. */
  sentWithoutStorage: boolean;
  /** Whether by these settings a 2xx counts as taken whatever stands in it: then its shapes are watched. Absent: what it says is read. */
  believes2xx?(settings: Settings): boolean;
  /**
   * How its receiver can say that it really has a lead, where a destination must: by a callback to the address that went along, by the id of its own
   * that it answers. Absent: in no way.
   */
  confirmedBy?: readonly ("callback" | "id")[];
  /** Its id of a lead is the one that a CRM has it under: a lead that is linked to none is linked to that. */
  linksLeads?: true;
  /** Whether it can be told what is no submission, too: kinds that people read, or that take any event. */
  takesNotices?: true;
  /** It is told how far leads came, and of each stage of a lead once: it takes `lead.status_changed` and `lead.crm_activity` alone. */
  takesStages?: true;
  /** Why nothing of a delivery is sent, as words that end a sentence: its receiver could do nothing with it, now or later. null: it is sent. */
  nothingToSend?(settings: Settings, delivery: OutgoingDelivery): string | null;
  /**
   * It writes to the person themselves: once, when they are new, and only where `core` finds nothing against it. What that has to know of settings.
   * Such a kind takes `lead.created` alone.
   */
  repliesBy?(settings: Settings): ReplyPolicy;
  /**
   * Where what a mapping makes stands: it is the body, or part of it · further fields of what the receiver files · further columns. Absent: people
   * read what is sent, and there is none.
   */
  mapping?: "body" | "fields" | "columns";
  /** Of a kind that writes to a phone: its number, E.164; null: to none. Throws where there is nobody, in words. */
  phoneOf?(settings: Settings, delivery: SentDelivery): string | null;
  /** What the person wrote stands in what it sends. */
  showsMessage?: true;
  /** It sends with what belongs to the whole installation: only the installation's owners set it up. */
  isOfInstallation?: true;
  /** Hosts that it calls and no setting names. */
  fixedHosts?: readonly string[];
  /** Absent: its requests are not signed. */
  signingSecret?: SigningSecret<Settings>;
  /** What the receiver gets of a delivery, before it is written out. */
  sentBody(settings: Settings, delivery: SentDelivery): Record<string, unknown>;
  /** In order; the last needed one ends every try. */
  steps: readonly [Step<Settings>, ...Step<Settings>[]];
}
