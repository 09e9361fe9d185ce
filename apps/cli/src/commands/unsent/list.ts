import { Command, Option } from "@commander-js/extra-typings";
import { unsentRuleFilters } from "@leadrelay/contracts/unsent-rule";
import type { Cli } from "../../cli.ts";
import { showPages, withPages } from "../shared/list-command.ts";
import { clientOption } from "../shared/list-options.ts";
import { periodOf } from "../shared/period-of.ts";
import { dayOption, sinceOption, untilOption } from "../shared/time-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { readRule } from "./read-rule.ts";
import { unsentColumns } from "./unsent-columns.ts";

const more = `
Each stands here until it is released, and can be: \`leadrelay unsent show <id>\` tells what would send it,
\`leadrelay unsent release\` sends it. Of what was stored before this list was there only blocked submissions are in it;
\`leadrelay submission list --outcome duplicate\` has the older duplicates.`;

export const listUnsent = (cli: Cli) =>
  withPages(
    new Command("list")
      .description("submissions of which nothing was sent, newest first, each with why")
      .addOption(
        new Option("--rule <rule>", "by this rule; duplicate is its three")
          .choices(unsentRuleFilters)
          .argParser(readRule),
      )
      .addOption(clientOption())
      .option("--form <form>", "of this form only, by its name, key or id")
      .addOption(dayOption(cli))
      .addOption(sinceOption(cli, "submitted then or later").conflicts("day"))
      .addOption(untilOption(cli, "submitted before then").conflicts("day")),
  )
    .addHelpText("after", more)
    .action(async ({ rule, client, form, day, since, until, ...options }) => {
      const filter = withoutUndefined({
        rule,
        client_id: client,
        form_id: form,
        ...periodOf({ day, since, until }),
      });
      await showPages(cli, options, {
        what: "unsent submission",
        ask: (api, page) => api.GET("/api/unsent", { params: { query: { ...filter, ...page } } }),
        columns: unsentColumns(cli.outside),
        none: "Of what is stored nothing was left unsent: `leadrelay submission list` has all of it. Where nothing came at all, `leadrelay send` posts to a form, and `leadrelay stats` tells what forms refused.",
      });
    });
