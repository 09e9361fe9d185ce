import { periodOf } from "../tallies/period-of.ts";
import type { CallbackPlan } from "./callback-plan.ts";

/** Numbers of nobody known whose STOP a client keeps in a month. */
export const mostStrangers = 10_000;

const strangers = "opt-outs of strangers";
const utc = { timeZone: "UTC", weekStarts: "monday" } as const;

/** Who wants no more messages, or wants them again; of numbers that no lead of the client has so many a month are kept, for the lead that comes later. Who wants them again makes room. */
export function planOptOut(
  { client_id, received_at }: { client_id: string; received_at: number },
  { phone, isOut, isStranger }: { phone: string; isOut: boolean; isStranger: boolean },
): NonNullable<CallbackPlan["optOut"]> {
  if (!isStranger) return { phone, isOut, limit: null };
  const { key, endsAt } = periodOf("month", received_at, utc);
  const tally = { client_id, subject: strangers, period: key, count: 1, ends_at: endsAt };
  return { phone, isOut, limit: { ...tally, most: mostStrangers } };
}
