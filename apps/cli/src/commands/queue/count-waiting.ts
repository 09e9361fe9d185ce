import type { LeadRelayClient } from "@leadrelay/client/create-client";
import { answerOf } from "../../api/answer-of.ts";

const waitingStatuses = ["pending", "in_flight", "held"] as const;
/** A page's size: more are not counted. */
const most = 100;

/** How many deliveries stand in a state that is no end. */
export interface Waiting {
  status: (typeof waitingStatuses)[number];
  count: number;
  /** There are more than were counted. */
  or_more: boolean;
}

/** Deliveries that are still to be sent, a hundred of each state at most. */
export const countWaiting = (api: LeadRelayClient, filter: { client_id?: string }): Promise<Waiting[]> =>
  Promise.all(
    waitingStatuses.map(async (status) => {
      const query = { ...filter, status, limit: most };
      const { items, next_cursor } = await answerOf(api.GET("/api/deliveries", { params: { query } }));
      return { status, count: items.length, or_more: next_cursor !== null };
    }),
  );
