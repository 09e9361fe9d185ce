import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { cancelledWords, standingWords } from "./standing-words.ts";

/** Where a replay stands as the command's result; 4 when it is over and not all of it arrived. */
export function showStanding({ results }: Cli, standing: components["schemas"]["ReplayStanding"]): void {
  results.show(standing, (paint) => standingWords(standing, paint));
  const { dead, cancelled, waiting } = standing.progress;
  if (standing.state === "cancelled") results.partly(cancelledWords(standing));
  else if (standing.state === "done" && dead + cancelled > 0)
    results.partly("Not all of it arrived: `leadrelay dlq list` tells why.");
  else if (standing.state === "done" && waiting > 0)
    results.partly(
      `Some of it waits for a later try, or is held by its destination. Later: leadrelay queue replay --plan ${standing.id}`,
    );
}
