import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../../api/answer-of.ts";
import type { Cli } from "../../../cli.ts";
import { usageFailure } from "../../../exit/failure.ts";
import { withoutUndefined } from "../../shared/without-undefined.ts";
import { viewOf, withViewOptions } from "./view-options.ts";

const more = `
What a view shows is given anew as a whole: what is not named is in it no more. With --name, --client, --agency or --for-me alone it stays what it is.`;

export const changeView = (cli: Cli) =>
  withViewOptions(
    new Command("change")
      .description("give a view another name, have it show something else, or share it with others")
      .argument("<view>", "its id")
      .option("--name <name>", "how it is called")
      .option("--client <client>", "for all who see this client's leads")
      .option("--agency <agency>", "for the people of this agency")
      .option("--for-me", "for you alone"),
  )
    .addHelpText("after", more)
    .action(async (view_id, { name, client, agency, forMe, ...given }) => {
      const view = viewOf(given);
      if (forMe === true && (client ?? agency) !== undefined)
        throw usageFailure("Give --for-me, or with whom to share it: --client or --agency.");
      const isShared = (client ?? agency) !== undefined;
      const sharing = {
        is_shared: isShared || forMe === true ? isShared : undefined,
        client_id: client,
        agency_id: agency,
      };
      const body = withoutUndefined({
        name,
        ...sharing,
        view: Object.keys(view).length === 0 ? undefined : view,
      });
      const params = { path: { view_id } };
      const changed = await answerOf(cli.api().PATCH("/api/saved-views/{view_id}", { params, body }));
      cli.results.show(changed, () => `Changed: ${changed.name}\n`);
    });
