import type { KeptAttempt } from "@leadrelay/db/deliveries/insert-attempts";
import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";
import type { KeptExchange } from "./kept-exchange.ts";

/** Of one settling: D1 takes 2 MB as a parameter. */
const mostHexCharacters = 1_000_000;

/** Tries as their rows keep them, with the exchanges of the first ones that fit into one statement; and those of them that are late. */
export function fitExchanges(sent: readonly { attempt: SettledAttempt; exchange?: KeptExchange }[]): {
  kept: KeptAttempt[];
  late: SettledAttempt[];
} {
  let left = mostHexCharacters;
  const late: SettledAttempt[] = [];
  const kept = sent.map(({ attempt, exchange }): KeptAttempt => {
    if (exchange === undefined || exchange.packed.length > left) return attempt;
    left -= exchange.packed.length;
    if (exchange.isLate) late.push(attempt);
    return { ...attempt, exchange: exchange.packed };
  });
  return { kept, late };
}
