import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { plain } from "../../output/paint.ts";
import { confirmed } from "../shared/confirmed.ts";
import { followReplay, goesOn } from "./follow-replay.ts";
import { makePlan } from "./make-plan.ts";
import { planWords } from "./plan-words.ts";
import { showStanding } from "./show-standing.ts";
import { tellDown } from "./tell-down.ts";

export type Replay = components["schemas"]["Replay"];
/** As a server of before tells it, too: without what it did not know of yet. */
type OlderReplay = Omit<Replay, "elsewhere"> & Partial<Pick<Replay, "elsewhere">>;

export interface RunOptions {
  apply?: true;
  yes?: true;
  follow: boolean;
}

/** What it means that a plan found nothing, and where else to look. */
function nothingWords({ filter: { status }, elsewhere }: OlderReplay): string {
  if (status === "unsent")
    return "There is nothing to send: nothing of it waits to be released, or it is left out for the reason told above. `leadrelay unsent list` lists what can be released; `leadrelay lead find` with an id tells where one is.";
  const told =
    elsewhere === undefined || elsewhere.length === 0
      ? "There is nothing to send."
      : "There is nothing to send of what was asked for. What else waits is told above.";
  const cancelled =
    status === "cancelled" ? "" : "What was cancelled: `leadrelay queue replay --status cancelled`. ";
  return `${told} ${cancelled}What was never sent: \`leadrelay unsent list\`.`;
}

/** Shows a new plan, once it is whole; with `apply` asks, sends and follows it to its end. */
export async function runPlan(cli: Cli, given: Replay, { apply, yes, follow }: RunOptions): Promise<void> {
  const plan = await makePlan(cli, given);
  const { results } = cli;
  if (plan.id === null) {
    results.show(plan, (paint) => planWords(plan, cli, paint));
    results.nothing(nothingWords(plan));
    return;
  }
  if (apply !== true) {
    results.show(plan, (paint) => planWords(plan, cli, paint));
    await tellDown(cli, plan.summary.destinations);
    results.note(`Nothing was sent. To send it: leadrelay queue replay --plan ${plan.id} --apply`);
    return;
  }
  results.note(planWords(plan, cli, plain));
  await tellDown(cli, plan.summary.destinations);
  const { count, release } = plan.summary;
  const message = release === null ? `Send ${count} again?` : `Release ${release.submissions}?`;
  if (!(await confirmed(cli, { yes, message }))) return;
  const params = { path: { replay_id: plan.id } };
  const begun = await answerOf(cli.api().POST("/api/replays/{replay_id}/apply", { params }));
  results.note(goesOn(plan.id));
  showStanding(cli, follow ? await followReplay(cli, plan.id, begun) : begun);
}
