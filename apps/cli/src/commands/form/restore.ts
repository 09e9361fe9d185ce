import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { publishedWords } from "../shared/published-words.ts";

export const restoreForm = (cli: Cli) =>
  new Command("restore")
    .description("bring back a form deleted in the last 30 days, and release what was kept for it meanwhile")
    .argument("<deleted-form>", "its name, key or id: see `form list --deleted`")
    .action(async (form_id) => {
      const path = { form_id };
      const restored = await answerOf(cli.api().POST("/api/forms/{form_id}/restore", { params: { path } }));
      const { form, released_letters, more_letters } = restored;
      cli.results.show(restored, () =>
        [
          `Restored: ${form.name} (${form.form_key}). At the edge: ${publishedWords(form.snapshot, cli.outside)}.`,
          released_letters === 0
            ? "No submission was kept for it meanwhile."
            : `${released_letters} submission(s) kept for it meanwhile go through intake again.`,
          ...(more_letters ? [`There are more: leadrelay form restore ${form.id}`] : []),
          "",
        ].join("\n"),
      );
    });
