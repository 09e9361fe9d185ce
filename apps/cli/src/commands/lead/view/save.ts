import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../../api/answer-of.ts";
import type { Cli } from "../../../cli.ts";
import { withoutUndefined } from "../../shared/without-undefined.ts";
import { viewOf, withViewOptions } from "./view-options.ts";

export const saveView = (cli: Cli) =>
  withViewOptions(
    new Command("save")
      .description("keep a view: your own, or with --client or --agency one that others see too")
      .requiredOption("--name <name>", "how it is called")
      .option("--client <client>", "for all who see this client's leads")
      .option("--agency <agency>", "for the people of this agency"),
  ).action(async ({ name, client, agency, ...given }) => {
    const is_shared = client !== undefined || agency !== undefined;
    const shared = withoutUndefined({ client_id: client, agency_id: agency });
    const body = { name, is_shared, ...shared, view: viewOf(given) };
    const kept = await answerOf(cli.api().POST("/api/saved-views", { body }));
    cli.results.show(kept, () => `${kept.name} is kept: ${kept.id}\n`);
  });
