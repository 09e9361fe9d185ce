import { Command, Option } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { clientOption } from "../shared/list-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { groupNames } from "./group-names.ts";
import { readDay } from "./read-day.ts";
import { statsCsv } from "./stats-csv.ts";
import { isBusy, statsWords } from "./stats-words.ts";

const groups = ["day", "client", "form", "destination", "source", "campaign"] as const;

export const stats = (cli: Cli) => {
  const day = readDay(cli.outside.now);
  return new Command("stats")
    .description(
      "what came in, what arrived, how fast, and what became of leads since, over days: by day, client, form, destination, source or campaign",
    )
    .addOption(new Option("--by <what>", "a line for each").choices(groups).default("day" as const))
    .addOption(clientOption())
    .option("--form <form>", "of this form only, by its name, key or id")
    .option(
      "--since <day>",
      "the first day, UTC: 7d (ago), today, yesterday or 2026-11-01; not said: 30 days",
      day,
    )
    .option("--until <day>", "the last day, included, written alike; not said: today", day)
    .addHelpText(
      "after",
      "\nDays are UTC, at most 92 at once. What became of leads (confirmed, contacted, won, …) counts on the day that it was told; those with nothing are left out of the table; --output csv writes every one with all its figures. `leadrelay queue status` tells what waits now.",
    )
    .action(async ({ by, client, form, since, until }) => {
      const query = withoutUndefined({
        from: since,
        to: until,
        client_id: client,
        form_id: form,
        group_by: by === "day" ? undefined : by,
      });
      const counted = await answerOf(cli.api().GET("/api/statistics", { params: { query } }));
      const names = cli.settings().output === "json" ? new Map<string, string>() : await groupNames(cli, by);
      if (cli.settings().output === "csv") {
        await cli.results.stream(statsCsv(counted, { by, names }));
        return;
      }
      cli.results.show(counted, (paint) => statsWords(counted, { by, names }, paint));
      const quiet = by === "day" ? counted.days.filter((day) => !isBusy(day)).length : 0;
      if (quiet > 0) cli.results.note(`Left out: ${quiet === 1 ? "a day" : `${quiet} days`} with nothing.`);
    });
};
