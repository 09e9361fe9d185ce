import { Command, Option } from "@commander-js/extra-typings";
import { submissionOutcomes } from "@leadrelay/contracts/submission-outcome";
import type { Cli } from "../../cli.ts";
import { showPages, withPages } from "../shared/list-command.ts";
import { clientOption } from "../shared/list-options.ts";
import { sinceOption, untilOption } from "../shared/time-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { blockedColumns, submissionColumns } from "./submission-columns.ts";

export const listSubmissions = (cli: Cli) =>
  withPages(
    new Command("list")
      .description("what was posted, newest first, each with why it was decided so")
      .addOption(new Option("--outcome <outcome>", "what it turned out to be").choices(submissionOutcomes))
      .addOption(new Option("--blocked", "from blocked addresses instead: no leads").conflicts("outcome"))
      .addOption(clientOption())
      .option("--form <form>", "of this form only, by its name, key or id")
      .addOption(sinceOption(cli, "submitted then or later"))
      .addOption(untilOption(cli, "submitted before then")),
  ).action(async ({ blocked, outcome, client, form, since, until, ...options }) => {
    const filter = withoutUndefined({
      client_id: client,
      form_id: form,
      since,
      until,
    });
    if (blocked === true)
      return showPages(cli, options, {
        what: "blocked submission",
        ask: (api, page) =>
          api.GET("/api/blocked-submissions", { params: { query: { ...filter, ...page } } }),
        columns: blockedColumns(cli.outside),
      });
    const ofOutcome = { ...filter, ...withoutUndefined({ outcome }) };
    return showPages(cli, options, {
      what: "submission",
      ask: (api, page) => api.GET("/api/submissions", { params: { query: { ...ofOutcome, ...page } } }),
      columns: submissionColumns(cli.outside),
    });
  });
