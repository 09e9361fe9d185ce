import { Command } from "@commander-js/extra-typings";
import { takeItems } from "../../api/take-items.ts";
import type { LeadStandFilter } from "@leadrelay/contracts/lead-stand";
import type { Cli } from "../../cli.ts";
import { withPages } from "../shared/list-command.ts";
import { showList } from "../shared/show-list.ts";
import { askForLeads } from "./ask-for-leads.ts";
import { exportLeads } from "./export-leads.ts";
import { leadColumns } from "./lead-columns.ts";
import { leadFilter, withLeadFilter } from "./lead-filter.ts";

const more = `
\`--stands\` lists leads by what became of them, and shows it; without it a list does not look, and so is quick.
\`--stands undelivered\`: what died, is held or waits · unconfirmed: what was taken, and never confirmed
as it must be · unsent: a submission of it was not sent (\`leadrelay unsent list\`
has those of no lead too). \`leadrelay lead show <id>\` tells what would move one on.`;

/** What it means that no lead stands so. */
function whenNone(stands: LeadStandFilter | undefined): { none?: string } {
  switch (stands) {
    case undefined:
      return {};
    case "undelivered":
    case "waiting":
    case "held":
    case "dead":
      return {
        none: "What was sent arrived; what nobody was told of has `leadrelay lead list --stands unsent`, what is no lead yet `leadrelay dlq list`.",
      };
    case "delivered":
      return { none: "What waits or died has `leadrelay lead list --stands undelivered`." };
    case "unconfirmed":
      return {
        none: "Whatever must be confirmed was, in time or late; `leadrelay destination confirmation` says what must.",
      };
    case "unsent":
      return { none: "Blocked and quarantined submissions are no leads: `leadrelay unsent list` has them." };
  }
}

export const listLeads = (cli: Cli) => {
  const command = withLeadFilter(
    cli,
    new Command("list").description(
      "leads, the newest first, or those that fit a search; with --output csv or ndjson all of them, or as many as --limit says",
    ),
  );
  command.addHelpText("after", more);
  return withPages(command).action(async (q, { limit, cursor, ...given }) => {
    const filter = leadFilter(given, q);
    const ask = askForLeads(cli.api(), filter);
    const { output } = cli.settings();
    if (output === "csv" || output === "ndjson") {
      const isGiven = command.getOptionValueSource("limit") === "cli";
      return exportLeads(cli, output, ask, { cursor: cursor ?? null, ...(isGiven ? { limit } : {}) });
    }
    const page = await takeItems({ limit, cursor }, ask);
    return showList(cli, page, {
      what: "lead",
      ...whenNone(given.stands),
      columns: leadColumns(cli.outside, page.items),
    });
  });
};
