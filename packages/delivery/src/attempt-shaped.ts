import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { Posted } from "@leadrelay/core/shape/posted";
import type { AttemptResult } from "./attempt-result.ts";
import { performAttempt, type Attempt, type AttemptDependencies } from "./perform-attempt.ts";
import { shapeDelivery } from "./shape-delivery.ts";
import { withMessage } from "./with-message.ts";
import { failure } from "./verdict-of.ts";

/** A destination's shape as it is stored, and all that was posted: null where it is not at hand. */
interface ShapedBy {
  shapeJson: string | null;
  posted: Posted | null;
}

/** One try of a delivery as its destination's mapping has it; where that breaks it is refused, and nothing of it is sent. Never throws. */
export async function attemptShaped(
  attempt: Attempt,
  { shapeJson, posted }: ShapedBy,
  dependencies: AttemptDependencies,
): Promise<AttemptResult> {
  try {
    const told = withMessage(attempt.delivery, attempt.kind, posted);
    const delivery = shapeDelivery(told, shapeJson, posted);
    return await performAttempt({ ...attempt, delivery }, dependencies);
  } catch (error) {
    return { ...failure("refused", reasonOf(error)), started_at: dependencies.now(), duration_ms: 0 };
  }
}
