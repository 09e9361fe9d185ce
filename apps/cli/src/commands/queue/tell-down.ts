import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";
import { localTime } from "../../output/local-time.ts";

type Planned = components["schemas"]["Replay"]["summary"]["destinations"];

/** Says of each destination of a plan that is down what sending there comes to; nothing where that is not the caller's to know. */
export async function tellDown(cli: Cli, planned: Planned): Promise<void> {
  const wanted = new Set(planned.map(({ id }) => id));
  if (wanted.size === 0) return;
  for (const { id, name, health } of await readWaiting(cli))
    if (wanted.has(id) && health?.state === "down")
      cli.results.note(
        `${name} is down since ${localTime(health.since, cli.outside)}: what goes there waits until it is back, and no try is spent until then. \`leadrelay destination test ${id}\` shows what it answers now.`,
      );
}

async function readWaiting(cli: Cli) {
  try {
    return (await answerOf(cli.api().GET("/api/queue-status", { params: { query: {} } }))).destinations;
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}
