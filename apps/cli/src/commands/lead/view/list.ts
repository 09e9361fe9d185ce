import { Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../../api/answer-of.ts";
import type { Cli } from "../../../cli.ts";
import { oneLine } from "../../../output/one-line.ts";
import { renderTable } from "../../../output/render-table.ts";
import { clientOption } from "../../shared/list-options.ts";
import { withoutUndefined } from "../../shared/without-undefined.ts";

type View = components["schemas"]["SavedView"];

export const listViews = (cli: Cli) =>
  new Command("list")
    .description("your own views, and those shared with you")
    .addOption(clientOption())
    .action(async ({ client }) => {
      const query = withoutUndefined({ client_id: client });
      const views = await answerOf(cli.api().GET("/api/saved-views", { params: { query } }));
      cli.results.show(views, (paint) =>
        renderTable<View>(
          [
            { title: "ID", value: ({ id }) => id },
            { title: "NAME", value: ({ name }) => name },
            { title: "WHOSE", value: whose },
            { title: "SHOWS", value: shows },
          ],
          views.items,
          paint,
        ),
      );
      if (views.items.length === 0)
        cli.results.nothing("No view is kept: `leadrelay lead view save` keeps one.");
    });

const whose = ({ client_id, agency_id }: View) => client_id ?? agency_id ?? "yours";

const shows = ({ view }: View) =>
  oneLine(
    Object.entries(view)
      .map(([name, value]) => `${name}=${value}`)
      .join(" ") || "every lead",
  );
