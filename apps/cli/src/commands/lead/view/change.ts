import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../../api/answer-of.ts";
import type { Cli } from "../../../cli.ts";
import { withoutUndefined } from "../../shared/without-undefined.ts";
import { viewOf, withViewOptions } from "./view-options.ts";

const more = `
What a view shows is given anew as a whole: what is not named is in it no more. With --name alone it stays what it is.`;

export const changeView = (cli: Cli) =>
  withViewOptions(
    new Command("change")
      .description("give a view another name, or have it show something else")
      .argument("<view>", "its id")
      .option("--name <name>", "how it is called"),
  )
    .addHelpText("after", more)
    .action(async (view_id, { name, ...given }) => {
      const view = viewOf(given);
      const body = withoutUndefined({ name, view: Object.keys(view).length === 0 ? undefined : view });
      const params = { path: { view_id } };
      const changed = await answerOf(cli.api().PATCH("/api/saved-views/{view_id}", { params, body }));
      cli.results.show(changed, () => `Changed: ${changed.name}\n`);
    });
