import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { withPages } from "../shared/list-command.ts";
import { showList } from "../shared/show-list.ts";
import { exportLeads } from "./export-leads.ts";
import { leadColumns } from "./lead-columns.ts";
import { leadFilter, withLeadFilter } from "./lead-filter.ts";

export const listLeads = (cli: Cli) => {
  const command = withLeadFilter(
    cli,
    new Command("list").description(
      "leads, the newest first, or those that fit a search; with --output csv or ndjson all of them, or as many as --limit says",
    ),
  );
  return withPages(command).action(async (q, { limit, cursor, ...given }) => {
    const filter = leadFilter(given, q);
    const api = cli.api();
    const ask = (page: { limit: number; cursor?: string }) =>
      answerOf(api.GET("/api/leads", { params: { query: { ...filter, ...page } } }));
    const { output } = cli.settings();
    if (output === "csv" || output === "ndjson") {
      const isGiven = command.getOptionValueSource("limit") === "cli";
      return exportLeads(cli, output, ask, { cursor: cursor ?? null, ...(isGiven ? { limit } : {}) });
    }
    const page = await takeItems({ limit, cursor }, ask);
    return showList(cli, page, { what: "lead", columns: leadColumns(cli.outside, page.items) });
  });
};
