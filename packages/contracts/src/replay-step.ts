import * as z from "zod/mini";

/**
 * On queue `deliveries`: time for the next step of a running replay, for one client (null: letters without one).
 * `step` says after how many steps; one that was taken already makes the message void, so a doubled one does no harm, and a lost one
 * is sent again by the sweep.
 */
export const replayStepSchema = z.object({
  v: z.literal(1),
  type: z.literal("replay_step"),
  plan_id: z.string(),
  client_id: z.nullable(z.string()),
  database: z.string(),
  step: z.int(),
});
export type ReplayStep = z.infer<typeof replayStepSchema>;
