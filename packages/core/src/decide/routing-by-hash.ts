import { refusedByConditions } from "../routes/refused-by-conditions.ts";
import type { Went } from "../routes/went-of.ts";
import type { ToldLead } from "../shape/lead-values.ts";
import type { Routing } from "./route-event.ts";

/**
 * Routes decided by a submission's id alone: what is released or split off must come to the same however often it is asked for. Conditions count, and
 * where the lead went before.
 */
export const routingByHash = (
  of: Pick<Routing, "client_id" | "isTest" | "lead" | "nowMs">,
  submissionId: string,
  { told, went }: { told: () => ToldLead; went: Went },
): Routing => ({
  ...of,
  went,
  countOf: () => 0,
  refusedBy: refusedByConditions(told),
  hashed: submissionId,
});
