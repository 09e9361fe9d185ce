import * as z from "zod/mini";

/** Sweeps that may leave more behind than one invocation can move. */
const continuedTasks = ["spill", "parked dead letters", "storage letters"] as const;
export type ContinuedTask = (typeof continuedTasks)[number];

/** A chain of continuations is at most so long, whatever is left: the next minute begins another. */
export const mostHops = 20;

/**
 * On queue `deliveries`: a sweep moved something and left more, and goes on in an invocation of its own. A lost one does no harm,
 * because the next minute goes on; nor does a doubled one, because whatever moves twice does so under the same id.
 */
export const sweepContinuationSchema = z.object({
  v: z.literal(1),
  type: z.literal("sweep"),
  task: z.enum(continuedTasks),
  /** Where to go on: a cursor of the sweep's own; "" is its beginning. */
  from: z.string().check(z.maxLength(4_096)),
  /** 1 for the first of a chain. */
  hop: z.int().check(z.minimum(1), z.maximum(mostHops)),
  /** When the minute's own sweep asked for the first, ms UTC. */
  begun_at: z.int(),
});
export type SweepContinuation = z.infer<typeof sweepContinuationSchema>;
