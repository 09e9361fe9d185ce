import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { askForLeads } from "./ask-for-leads.ts";
import { exportLeads } from "./export-leads.ts";
import { leadFilter, withLeadFilter } from "./lead-filter.ts";

export const exportCommand = (cli: Cli) =>
  withLeadFilter(
    cli,
    new Command("export").description(
      "all leads that `lead list` would find, as CSV or with --output ndjson as a line of JSON each; times are ISO 8601 in UTC",
    ),
  ).action(async (q, given) => {
    const filter = leadFilter(given, q);
    const form = cli.settings().output === "ndjson" ? "ndjson" : "csv";
    await exportLeads(cli, form, askForLeads(cli.api(), filter));
  });
