import type { Exchange } from "@leadrelay/contracts/exchange";
import { shownExchange, type MadeExchange } from "./shown-exchange.ts";

/**
 * What went over the wire for one delivery of a try. Where the try carried several, each shows its own part of the body: another's lead stands with
 * that lead.
 * @param ownBody of a delivery among others; null where it had the requests for itself
 */
export const exchangesOf =
  <Delivery>(
    made: readonly MadeExchange[],
    secrets: readonly string[],
    ownBody: ((delivery: Delivery) => Record<string, unknown>) | null,
  ) =>
  (delivery: Delivery): Exchange[] =>
    made.map((one) => {
      const { request } = one;
      if (ownBody === null || request.body === null || one.isForToken === true)
        return shownExchange(one, secrets);
      const own = { ...request, body: JSON.stringify(ownBody(delivery)) };
      return shownExchange({ ...one, request: own }, secrets);
    });
