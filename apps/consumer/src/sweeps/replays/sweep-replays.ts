import { logEvent } from "@leadrelay/contracts/log-event";
import { continueReplays } from "@leadrelay/delivery/replay/continue-replays";
import type { Dependencies } from "../../dependencies.ts";
import { replayDependencies } from "../../replays/replay-dependencies.ts";

/** Goes on with replays whose next step nobody took. */
export const sweepReplays = (dependencies: Dependencies): Promise<number> =>
  continueReplays(replayDependencies(dependencies), ({ id }, error) =>
    logEvent("sweep.failed", {
      sweep: "replays",
      plan_id: id,
      error: error instanceof Error ? error.message : String(error),
    }),
  );
