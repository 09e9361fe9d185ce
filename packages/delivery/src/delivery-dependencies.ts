import type { Environment } from "@leadrelay/contracts/environment";
import type { FieldMapping } from "@leadrelay/core/fields/field-mapping";
import type { RetrySchedule } from "@leadrelay/core/retry-schedule/parse-schedule";
import type { Destination } from "@leadrelay/db/destinations/destination";
import type { Sealer } from "@leadrelay/signing/seal";
import type { KnownShapes } from "./shapes/known-shapes.ts";
import type { AttemptDependencies } from "./perform-attempt.ts";

/** What a round of deliveries reaches and goes by. */
export interface DeliveryDependencies extends AttemptDependencies {
  /** Where destinations are. */
  control: D1Database;
  /** Where these deliveries are. */
  lead: D1Database;
  sealer: () => Promise<Sealer>;
  /** 0 ≤ x < 1. */
  random: () => number;
  /** Resolves after so many ms. */
  wait: (ms: number) => Promise<void>;
  /** The installation's; a destination may have its own. */
  retrySchedule: RetrySchedule;
  environment: Environment;
  timeoutMs: number;
  /** Where the receiver of a delivery tells what came of it; null: nowhere. */
  callbackUrl: (
    destination: Pick<Destination, "id" | "client_id" | "kind" | "after">,
    deliveryId: string,
  ) => Promise<string | null>;
  /** What a form calls our fields; rejects with what D1 says. */
  mappingOf: (formId: string) => Promise<FieldMapping>;
  /** Whether tries keep what they sent and were answered. */
  keepsExchanges: boolean;
  /** Of answers, by this isolate. */
  knownShapes: KnownShapes;
}
