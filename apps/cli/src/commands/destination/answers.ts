import { Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { collectPairs } from "../shared/values.ts";
import { answersText } from "./answers-text.ts";
import { kindSettings } from "./kind-settings.ts";
import { findKind } from "./read-kinds.ts";
import { setFlags } from "./set-flags.ts";

type Preview = components["schemas"]["AnswersPreview"];

/** Only a webhook has response rules; the API says so of another. */
const ruled = "webhook";

export const answersOfDestination = (cli: Cli) =>
  new Command("answers")
    .description(
      "what a webhook's last answers count as, and would by other response rules; nothing is changed",
    )
    .argument("<destination>", "its name or id")
    .option(
      "--set <rule=value>",
      "a response rule to try over those it has, such as answer_at=result or refused_when=rejected,spam; none takes one away; may be repeated",
      collectPairs,
    )
    .addHelpText(
      "after",
      `
The last 20 answers to leads are judged, of each delivery the last, as long as they are kept. What was delivered stays so.
The rules there are: \`leadrelay destination kinds ${ruled}\`. Rules that are right are kept by \`leadrelay destination change\` with the same --set.`,
    )
    .action(async (destination_id, { set = {} }) => {
      const isAsked = Object.keys(set).length > 0;
      const settings = isAsked ? await kindSettings(cli, await findKind(cli, ruled), { set, ask: [] }) : {};
      const preview = await answerOf(
        cli.api().POST("/api/destinations/{destination_id}/answers", {
          params: { path: { destination_id } },
          body: { settings },
        }),
      );
      cli.results.show(preview, (paint) => answersText(preview, { isAsked, ...cli }, paint));
      say(cli, preview, set);
    });

function say({ results }: Cli, preview: Preview, set: Readonly<Record<string, string>>): void {
  const { destination_id: id, destination_name: name, answers } = preview;
  if (answers.length === 0)
    return results.nothing(
      `No answer of ${name} to a lead is kept. \`leadrelay destination test ${id}\` shows what it answers a test.`,
    );
  if (Object.keys(set).length === 0)
    return results.note(
      `Try rules by --set, such as \`leadrelay destination answers ${id} --set answer_at=result --set duplicate_when=duplicate\`.`,
    );
  results.note(
    `Nothing was changed. \`leadrelay destination change ${id} ${setFlags(set)}\` keeps these rules.`,
  );
}
