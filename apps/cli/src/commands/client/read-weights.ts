import { InvalidArgumentError } from "@commander-js/extra-typings";
import { listOrNone } from "../shared/comma-separated.ts";
import { readNumber } from "../shared/values.ts";

/** What makes a submission suspicious, as the API names it. */
export const signals = [
  "honeypot",
  "fast_submit",
  "quick_submit",
  "invalid_phone",
  "high_rate",
  "no_session",
  "zero_engagement",
  "vpn_high",
  "vpn_moderate",
  "velocity_high",
  "velocity_moderate",
];

/** `honeypot=60,high_rate=0` as points by signal; `none` leaves all of them to the installation. */
export function readWeights(text: string): Record<string, number> {
  const pairs = listOrNone(text).map((part): [string, number] => {
    const [signal = "", points = "", ...more] = part.split("=");
    if (!signals.includes(signal) || more.length > 0)
      throw new InvalidArgumentError(`Write it as honeypot=60,high_rate=0. There are ${signals.join(", ")}.`);
    return [signal, readNumber(points)];
  });
  return Object.fromEntries(pairs);
}
