import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { unsentRuleFilters } from "@leadrelay/contracts/unsent-rule";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { runPlan } from "../queue/run-plan.ts";
import { includedPeriodOf } from "../shared/period-of.ts";
import { dayOption, sinceOption, untilOption } from "../shared/time-options.ts";
import { orNone, readNumber } from "../shared/values.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { readRules } from "./read-rule.ts";

type ReplayFilter = components["schemas"]["ReplayFilter"];

const readPace = orNone((text: string) => {
  const pace = readNumber(text);
  if (pace < 0.1 || pace > 1_000) throw new InvalidArgumentError("From 0.1 to 1000 a second, or none.");
  return pace;
});

const more = `
Without --apply it shows the plan: how many by which rule, where to, and what is left out and why. A plan takes at most
1000 submissions, the oldest first, and releases those it showed, each once, however often it is applied. What was blocked
or quarantined goes through intake with its own time. It goes on by itself: \`leadrelay queue replay --plan <id>\` follows it,
\`leadrelay queue cancel\` stops it. Ends with 5 when there is nothing to release.`;

export const releaseUnsent = (cli: Cli) =>
  new Command("release")
    .description("send on purpose what was not sent: shows the plan, and with --apply asks and sends")
    .argument("[id...]", "submissions; without any, what the filter finds")
    .option("--apply", "send it; without this nothing is sent")
    .addOption(
      new Option("--rule <rule...>", "not sent by these rules; duplicate is three")
        .choices(unsentRuleFilters)
        .argParser(readRules),
    )
    .option("--client <client...>", "of these clients")
    .option("--form <form...>", "of these forms, by name, key or id")
    .addOption(dayOption(cli))
    .addOption(sinceOption(cli, "submitted then or later").conflicts("day"))
    .addOption(untilOption(cli, "submitted before then").conflicts("day"))
    .option(
      "--destination <destination...>",
      "to these alone, whatever they take, tests too; not said: to those that take it",
    )
    .option("--per-second <count>", "at each destination, or none; not said: what receivers take", readPace)
    .option("--yes", "without asking")
    .option("--no-follow", "do not wait until it is over")
    .addHelpText("after", more)
    .action(
      async (ids, { rule, client, form, day, since, until, destination, perSecond, apply, yes, follow }) => {
        const filter: ReplayFilter = {
          status: "unsent",
          ...withoutUndefined({
            ...includedPeriodOf({ day, since, until }),
            rules: rule,
            client_ids: client,
            form_ids: form,
            destination_ids: destination,
            submission_ids: ids.length === 0 ? undefined : ids,
          }),
        };
        const body = { filter, ...withoutUndefined({ per_second: perSecond?.to }) };
        const plan = await answerOf(cli.api().POST("/api/replays", { body }));
        return runPlan(cli, plan, { follow, ...withoutUndefined({ apply, yes }) });
      },
    );
