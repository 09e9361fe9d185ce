import type { Routing } from "./route-event.ts";

/** Routes decided by a submission's id alone: what is released or split off must come to the same however often it is asked for. */
export const routingByHash = (
  of: Pick<Routing, "client_id" | "isTest" | "lead" | "nowMs">,
  submissionId: string,
): Routing => ({ ...of, went: {}, countOf: () => 0, refusedBy: () => null, hashed: submissionId });
