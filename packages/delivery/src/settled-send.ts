import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";
import type { Destination } from "@leadrelay/db/destinations/destination";
import type { KeptExchange } from "./exchanges/kept-exchange.ts";
import type { ShapedAnswer } from "./shapes/unread-answer.ts";

/** A try that was made, as far as settling it goes. */
export interface SettledSend {
  delivery: { public_id: string };
  destination: Pick<Destination, "id" | "client_id" | "sealed_settings" | "route"> & { kind?: string };
  /** Whether it is in a route must be looked up: it comes out of a message. */
  isRouteUnknown?: true;
  attempt: SettledAttempt;
  /** What it sent and was answered: lost where its outcome is handed over. */
  exchange?: KeptExchange;
  /** What it was answered, where its kind reads nothing of that; likewise. */
  answer?: ShapedAnswer;
  /** Why its destination's mapping broke at it, and the submission's public id; likewise. */
  broken?: { reason: string; submission_id: string };
  /** The number (E.164) of somebody who wants no messages; likewise. */
  optedOut?: string;
}
