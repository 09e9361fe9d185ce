import { continueReplays } from "@leadrelay/delivery/replay/continue-replays";
import type { Dependencies } from "../../dependencies.ts";
import { replayDependencies } from "../../replays/replay-dependencies.ts";
import { reasonOf } from "../reason-of.ts";

/** Goes on with replays whose next step nobody took. Throws at the end when one could not be asked about, naming each. */
export async function sweepReplays(dependencies: Dependencies): Promise<number> {
  const failures: string[] = [];
  const asked = await continueReplays(replayDependencies(dependencies), ({ id }, error) =>
    failures.push(`${id}: ${reasonOf(error)}`),
  );
  if (failures.length > 0) throw new Error(failures.join("; "));
  return asked;
}
