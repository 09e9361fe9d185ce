import { Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { commaSeparated } from "../shared/comma-separated.ts";
import { collectPairs } from "../shared/values.ts";
import { kindSettings } from "../destination/kind-settings.ts";
import { findSourceKind } from "./read-kinds.ts";
import { noteShownOnce, secretsText } from "./secrets-text.ts";

/** The API says of a word whether it is one. */
type Kind = components["schemas"]["SourceKind"]["kind"];

export const createSource = (cli: Cli) =>
  new Command("create")
    .description("take leads from another system, as if they were posted to a form")
    .requiredOption("--name <name>", "what people call it")
    .requiredOption("--kind <kind>", "what it is, of those that `source kinds` lists")
    .requiredOption("--form <form>", "whose mapping, policies and destinations its leads have")
    .option("--set <setting=value>", "a setting of its kind that is no secret; may be repeated", collectPairs)
    .option("--ask <settings>", "secret settings to be asked for, joined by commas", commaSeparated)
    .option("--stdin", "read settings as JSON from standard input")
    .option("--disabled", "paused: whoever posts is told to try again later, until `source resume`")
    .addHelpText("after", "\nWhat each kind is set by, and how it is set up: leadrelay source kinds <kind>")
    .action(async ({ name, kind, form: form_id, set = {}, ask, stdin, disabled }) => {
      const found = await findSourceKind(cli, kind);
      const settings = await kindSettings(cli, { ...found, of: "source" }, { set, stdin, ask });
      const body = { form_id, name, kind: kind as Kind, settings, enabled: disabled !== true };
      const source = await answerOf(cli.api().POST("/api/sources", { body }));
      cli.results.show(source, (paint) => secretsText(source, paint));
      noteShownOnce(cli, source);
      cli.results.note(`Whether leads come: \`leadrelay source show ${source.id}\`.`);
    });
