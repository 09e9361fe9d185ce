import { logEvent } from "@leadrelay/contracts/log-event";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import { shortReasonOf } from "../short-reason-of.ts";
import { homeNetwork } from "./home-network.ts";

/** The limiter answers from the same machine; one that takes longer is broken, and no lead waits for it. */
const answerTimeLimitMs = 50;

/** Whether the address posts there faster than the rate; waits at most 50 ms and never throws. */
export type OverRate = () => Promise<boolean>;

const notAsked: OverRate = async () => false;

/** Asks the limiter at once. Without a limiter, an address or an answer in time nothing is over the rate. @param of whose id it is that is posted to */
export function askRate(
  id: string,
  ip: string | null,
  limiter: RateLimit | null,
  of: "form_key" | "destination_id" | "source_id" = "form_key",
): OverRate {
  if (limiter === null || ip === null) return notAsked;
  let over: boolean | undefined;
  const asked = (async () => {
    const { success } = await limiter.limit({ key: `${id}|${homeNetwork(ip)}` });
    over = !success;
    return over;
  })();
  // Who asks may never come for the answer: a refused post does not.
  asked.catch(() => undefined);
  return async () => {
    // The answer is here, as a rule, before the body is read: no timer then, which would cost the hot path.
    if (over !== undefined) return over;
    try {
      return await withTimeLimit(answerTimeLimitMs, asked);
    } catch (error) {
      const reason = shortReasonOf(error);
      logEvent("intake.rate_unknown", { [of]: id, reason });
      return false;
    }
  };
}
