import { amiss, type HealthCheck } from "@leadrelay/contracts/health-check";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import type { HealthContext } from "./health-context.ts";

type Find = (context: HealthContext) => Promise<HealthCheck[]>;

const timeLimitMs = 5_000;

/** One that fails, or hangs, is a problem of its own and keeps back no other. */
export async function checkSafely(name: string, find: Find, context: HealthContext): Promise<HealthCheck[]> {
  try {
    return await withTimeLimit(timeLimitMs, find(context));
  } catch (error) {
    const reason = reasonOf(error);
    const message = context.isWhole ? `This could not be checked: ${reason}.` : "This could not be checked.";
    return [amiss("problem", name, { message, todo: "Look at the log of the consumer, and ask again." })];
  }
}
