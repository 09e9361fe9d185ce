import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { clientOption } from "../shared/list-options.ts";
import { dayAt, whenClocksShow } from "../shared/local-day.ts";
import { sinceOption } from "../shared/time-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { todayWords } from "./today-words.ts";

export const today = (cli: Cli) =>
  new Command("today")
    .description("what needs a person now, the worst first, each with its one command, and how today goes")
    .addOption(clientOption())
    .addOption(sinceOption(cli, "today began then; not said: at midnight"))
    .addHelpText(
      "after",
      "\nToday is this machine's. `leadrelay doctor` tells of every check, those that are well too.",
    )
    .action(async ({ client, since }) => {
      const { now, timeZone } = cli.outside;
      const midnight = whenClocksShow(dayAt(now(), timeZone), "00:00:00", timeZone);
      const query = withoutUndefined({ client_id: client, since: since ?? midnight });
      const home = await answerOf(cli.api().GET("/api/home", { params: { query } }));
      cli.results.show(home, (paint) => todayWords(home, cli, paint));
    });
