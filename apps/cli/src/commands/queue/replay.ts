import { Command, InvalidArgumentError } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { orNone, readNumber } from "../shared/values.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { replayFilter, withReplayFilter } from "./replay-filter.ts";
import { resumeReplay } from "./resume-replay.ts";
import { runPlan } from "./run-plan.ts";

const readPace = orNone((text: string) => {
  const pace = readNumber(text);
  if (pace < 0.1 || pace > 1_000) throw new InvalidArgumentError("From 0.1 to 1000 a second, or none.");
  return pace;
});

const more = `
A replay covers all that the filter finds and keeps the delivery ids, so that receivers can drop what they have. It goes
on by itself: interrupting this command does not stop it. Ends with 4 when some of it failed again, with 5 when there
is nothing to send.`;

export const replayQueue = (cli: Cli) =>
  withReplayFilter(
    new Command("replay")
      .description("send again what did not land: shows the plan, and with --apply asks and sends")
      .option("--apply", "send it; without this nothing is sent")
      .option("--plan <id>", "apply this plan, or follow it if it is under way, instead of planning anew")
      .option("--per-second <count>", "at each destination, or none; not said: what receivers take", readPace)
      .option("--yes", "without asking")
      .option("--no-follow", "do not wait until it is over"),
    cli,
  )
    .addHelpText("after", more)
    .action(async ({ plan: id, perSecond, apply, yes, follow, ...filter }) => {
      const options = { follow, ...withoutUndefined({ apply, yes }) };
      if (id !== undefined) return resumeReplay(cli, id, options);
      const body = { filter: replayFilter(filter), ...withoutUndefined({ per_second: perSecond?.to }) };
      const plan = await answerOf(cli.api().POST("/api/replays", { body }));
      return runPlan(cli, plan, options);
    });
