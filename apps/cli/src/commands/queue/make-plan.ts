import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";

type Replay = components["schemas"]["Replay"];

const sayEveryMs = 2_000;

/** Goes on with a plan that the server makes in steps, until it is whole: each request looks at a bounded part. */
export async function makePlan(cli: Cli, begun: Replay): Promise<Replay> {
  const { outside, results } = cli;
  let plan = begun;
  let saidAt = -Infinity;
  while (plan.state === "planning" && plan.id !== null) {
    const now = outside.now();
    if (now - saidAt >= sayEveryMs) {
      results.note(
        `looked at ${plan.examined ?? 0}, of which ${plan.summary.count} would be sent; going on …`,
      );
      saidAt = now;
    }
    const params = { path: { replay_id: plan.id } };
    plan = await answerOf(cli.api().POST("/api/replays/{replay_id}/continue", { params }));
  }
  return plan;
}
