import * as z from "zod/mini";
import type { SignalType } from "./event-type.ts";
import { signalParts as parts, upTo } from "./notice-parts.ts";

const common = <Type extends SignalType>(type: Type) => ({
  type: z.literal(type),
  client_id: upTo(100),
  destination_id: upTo(100),
  /** What else of its type at its destination it is told apart by: "" where that is nothing; a step, a fingerprint, a cap with its period. */
  subject: upTo(300),
  /** How many leads it is about: they add up until it is told. */
  count: z.int().check(z.positive()),
  /** ms UTC. */
  raised_at: z.int(),
  /** The lead it may be shown by: row id and event of one it is about. */
  sample: z.nullable(z.object({ lead_id: z.int(), event_id: upTo(100) })),
});

/** Word that an operational event may be due, from whoever has neither time nor facts to tell it; see `raiseSignals`. */
export const signalSchema = z.discriminatedUnion("type", [
  z.object({ ...common("delivery.failing"), part: parts["delivery.failing"] }),
  z.object({ ...common("delivery.recovered"), part: parts["delivery.recovered"] }),
  z.object({ ...common("delivery.unconfirmed"), part: parts["delivery.unconfirmed"] }),
  z.object({ ...common("delivery.suspect"), part: parts["delivery.suspect"] }),
  z.object({ ...common("destination.capped"), part: parts["destination.capped"] }),
  z.object({ ...common("workflow.step_run"), part: parts["workflow.step_run"] }),
]);
export type Signal = z.infer<typeof signalSchema>;

/** A signal of one type. */
export type SignalOf<Type extends SignalType> = Extract<Signal, { type: Type }>;
