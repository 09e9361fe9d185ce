import type { LeadAttribution } from "@leadrelay/contracts/attribution";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { EventType } from "@leadrelay/contracts/event-type";

/** One event for one destination, as an adapter turns it into a request. */
export interface OutgoingDelivery {
  event: {
    id: string;
    type: EventType;
    payload: LeadPayload;
    /** How the person came; null where that was not kept. For destinations that were set to send it. */
    attribution: LeadAttribution;
    created_at: number;
  };
  /** The delivery's UUID, constant over retries and replays: receivers deduplicate by it. */
  delivery_public_id: string;
  /** 1 for the first try. */
  attempt: number;
}

/** What of a delivery makes its body. */
export interface SentDelivery extends Pick<OutgoingDelivery, "delivery_public_id"> {
  event: Pick<OutgoingDelivery["event"], "payload" | "attribution">;
}

export interface OutgoingRequest {
  url: string;
  method: "POST";
  headers: Record<string, string>;
  body: string;
}

/** What came back, body capped by the guarded fetch. */
export interface ReceivedResponse {
  status: number;
  headers: Headers;
  body: string;
}

/**
 * delivered: 2xx · retry: likely to pass later · refused: will not pass without a person · gone: the receiver no longer exists.
 * `retryAfter` is the raw header value or null.
 */
export type Classification =
  | { outcome: "delivered" }
  | { outcome: "retry"; error: string; retryAfter: string | null }
  | { outcome: "refused"; error: string }
  | { outcome: "gone"; error: string };

/** An address that a destination's settings name, and the setting that does. */
interface SettingsAddress {
  setting: string;
  url: string;
}

/** One destination kind: its settings, its request, and what its answers mean. */
export interface Adapter<Settings> {
  kind: string;
  /** Requests a second that the receiver takes at one address: the pace of a replay that names none. */
  perSecond: number;
  /** Whether a lead goes there while D1 is away, with its ids null: what cannot wait, and needs nothing that only D1 knows. */
  sentWithoutStorage: boolean;
  /** Settings as an operator may write them, for the documentation; nothing in them is anybody's. */
  exampleSettings: Readonly<Record<string, unknown>>;
  /** Its settings, in a sentence for whoever writes them. */
  settingsHelp: string;
  /** Throws `WrongSettings` that names each setting at fault. */
  parseSettings(settings: unknown): Settings;
  /** Every address it will call: to be checked before they are kept. */
  addresses(settings: Settings): SettingsAddress[];
  /** What may be shown of them: enough to tell them from others, nothing that could be used. */
  showSettings(settings: Settings): Record<string, string | boolean>;
  /** What the receiver gets of a delivery, before it is written out. */
  sentBody(settings: Settings, delivery: SentDelivery): Record<string, unknown>;
  buildRequest(settings: Settings, delivery: OutgoingDelivery): OutgoingRequest;
  classify(response: ReceivedResponse): Classification;
}
