import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
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
    const api = cli.api();
    const form = cli.settings().output === "ndjson" ? "ndjson" : "csv";
    await exportLeads(cli, form, (page) =>
      answerOf(api.GET("/api/leads", { params: { query: { ...filter, ...page } } })),
    );
  });
