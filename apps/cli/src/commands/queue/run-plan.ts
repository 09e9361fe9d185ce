import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { plain } from "../../output/paint.ts";
import { confirmed } from "../shared/confirmed.ts";
import { followReplay, goesOn } from "./follow-replay.ts";
import { makePlan } from "./make-plan.ts";
import { planWords } from "./plan-words.ts";
import { showStanding } from "./show-standing.ts";

export type Replay = components["schemas"]["Replay"];

export interface RunOptions {
  apply?: true;
  yes?: true;
  follow: boolean;
}

/** Shows a new plan, once it is whole; with `apply` asks, sends and follows it to its end. */
export async function runPlan(cli: Cli, given: Replay, { apply, yes, follow }: RunOptions): Promise<void> {
  const plan = await makePlan(cli, given);
  const { results } = cli;
  if (plan.id === null) {
    results.show(plan, (paint) => planWords(plan, cli, paint));
    results.nothing(
      plan.elsewhere.length === 0
        ? "There is nothing to send."
        : "There is nothing to send of what was asked for. What else waits is told above.",
    );
    return;
  }
  if (apply !== true) {
    results.show(plan, (paint) => planWords(plan, cli, paint));
    results.note(`Nothing was sent. To send it: leadrelay queue replay --plan ${plan.id} --apply`);
    return;
  }
  results.note(planWords(plan, cli, plain));
  const { count, release } = plan.summary;
  const message = release === null ? `Send ${count} again?` : `Release ${release.submissions}?`;
  if (!(await confirmed(cli, { yes, message }))) return;
  const params = { path: { replay_id: plan.id } };
  const begun = await answerOf(cli.api().POST("/api/replays/{replay_id}/apply", { params }));
  results.note(goesOn(plan.id));
  showStanding(cli, follow ? await followReplay(cli, plan.id, begun) : begun);
}
