import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { kindSettings } from "../destination/kind-settings.ts";
import { commaSeparated } from "../shared/comma-separated.ts";
import { collectPairs } from "../shared/values.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { patchSource } from "./patch-source.ts";
import { findSourceKind } from "./read-kinds.ts";
import { sourceDetails } from "./source-details.ts";

export const changeSource = (cli: Cli) =>
  new Command("change")
    .description("change a source; the edge knows it within about a minute")
    .argument("<source>", "its name or id")
    .option("--name <name>", "what people call it")
    .option("--form <form>", "another form of the same client")
    .option("--set <setting=value>", "a setting of its kind that is no secret; may be repeated", collectPairs)
    .option("--ask <settings>", "secret settings to be asked for, joined by commas", commaSeparated)
    .option("--stdin", "read settings as JSON from standard input")
    .action(async (id, { name, form, set = {}, ask, stdin }) => {
      const asksOfSettings = Object.keys(set).length > 0 || ask !== undefined || stdin === true;
      const plain = withoutUndefined({ name, form_id: form });
      if (!asksOfSettings && Object.keys(plain).length === 0)
        throw usageFailure("Nothing to change: give what to set, see --help.");
      const source = await patchSource(cli, id, async ({ kind }) => {
        if (!asksOfSettings) return plain;
        const found = await findSourceKind(cli, kind);
        return {
          ...plain,
          settings: await kindSettings(cli, { ...found, of: "source" }, { set, stdin, ask: ask ?? [] }),
        };
      });
      cli.results.show(source, (paint) => sourceDetails(source, cli, paint));
    });
