import { Command, Option } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { findFormId } from "../shared/find-form.ts";
import { clientOption, cursorOption, limitOption } from "../shared/list-options.ts";
import { showList } from "../shared/show-list.ts";
import { sinceOption, untilOption } from "../shared/time-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { blockedColumns, submissionColumns } from "./submission-columns.ts";

const outcomes = ["new_lead", "duplicate", "reengaged", "test"] as const;

export const listSubmissions = (cli: Cli) =>
  new Command("list")
    .description("what was posted, newest first, each with why it was decided so")
    .addOption(new Option("--outcome <outcome>", "what it turned out to be").choices(outcomes))
    .addOption(new Option("--blocked", "from blocked addresses instead: no leads").conflicts("outcome"))
    .addOption(clientOption())
    .option("--form <form>", "of this form only, by its id or key")
    .addOption(sinceOption(cli, "submitted then or later"))
    .addOption(untilOption(cli, "submitted before then"))
    .addOption(limitOption())
    .addOption(cursorOption())
    .action(async ({ blocked, outcome, client, form, since, until, ...options }) => {
      const api = cli.api();
      const filter = withoutUndefined({
        client_id: client,
        form_id: await findFormId(cli, form),
        since,
        until,
      });
      if (blocked === true) {
        const page = await takeItems(options, (query) =>
          answerOf(api.GET("/api/blocked-submissions", { params: { query: { ...filter, ...query } } })),
        );
        return showList(cli, page, { what: "blocked submission", columns: blockedColumns(cli.outside) });
      }
      const ofOutcome = { ...filter, ...withoutUndefined({ outcome }) };
      const page = await takeItems(options, (query) =>
        answerOf(api.GET("/api/submissions", { params: { query: { ...ofOutcome, ...query } } })),
      );
      return showList(cli, page, { what: "submission", columns: submissionColumns(cli.outside) });
    });
