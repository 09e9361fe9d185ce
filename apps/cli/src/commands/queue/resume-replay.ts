import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { followReplay, isToFollow } from "./follow-replay.ts";
import { runPlan, type RunOptions } from "./run-plan.ts";
import { showStanding } from "./show-standing.ts";

/** Goes on where an earlier command left a replay: a plan is shown or applied, one whose sends are under way is followed. */
export async function resumeReplay(cli: Cli, replay_id: string, options: RunOptions): Promise<void> {
  const params = { path: { replay_id } };
  const standing = await answerOf(cli.api().GET("/api/replays/{replay_id}", { params }));
  if (standing.state === "planned" || standing.state === "planning") return runPlan(cli, standing, options);
  const follows = options.follow && isToFollow(standing, cli.outside.now());
  showStanding(cli, follows ? await followReplay(cli, replay_id, standing) : standing);
}
