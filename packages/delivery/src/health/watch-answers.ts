import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { slowAnswerMs } from "@leadrelay/core/destination-health/destination-health";
import { slowSince } from "@leadrelay/core/destination-health/slow-since";
import { writeHealth } from "@leadrelay/db/destination-health/write-health";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { DeliveryDependencies } from "../delivery-dependencies.ts";

/** Looks after the requests of a round while they wait for their answers. */
export interface AnswerWatch {
  /** Waits for an answer; of a destination taken for well, one that is late is written down at once, for whoever sends there next. */
  over: <Answer>(destination: Destination, answer: Promise<Answer>) => Promise<Answer>;
  /** Resolves when what was written down is. */
  finish: () => Promise<void>;
}

/** A receiver that takes nine seconds would have nine seconds' worth of invocations before its first answer told. */
export function watchAnswers(
  { control, now }: Pick<DeliveryDependencies, "control" | "now">,
  lateAfterMs = slowAnswerMs,
): AnswerWatch {
  const told = new Map<string, Promise<void>>();
  const tell = (destination: Destination) => {
    if (told.has(destination.id)) return;
    const written = runOne(control, writeHealth(pipelineScope, destination, slowSince(now()), null));
    const noted = written.then(
      () =>
        logEvent("destination.health", {
          destination_id: destination.id,
          client_id: destination.client_id,
          from: "well",
          to: "slow",
        }),
      (error: unknown) =>
        logEvent("destination.health_failed", { destination_id: destination.id, error: reasonOf(error) }),
    );
    told.set(destination.id, noted);
  };
  return {
    async over(destination, answer) {
      if (destination.health !== null) return answer;
      const timer = setTimeout(() => tell(destination), lateAfterMs);
      try {
        return await answer;
      } finally {
        clearTimeout(timer);
      }
    },
    finish: async () => void (await Promise.all(told.values())),
  };
}
