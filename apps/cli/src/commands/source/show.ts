import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { sourceDetails } from "./source-details.ts";
import { stepsText } from "./steps-text.ts";

export const showSource = (cli: Cli) =>
  new Command("show")
    .description("one source, what came by it last, and how it is set up in the other system")
    .argument("<source>", "its name or id")
    .action(async (source_id) => {
      const path = { source_id };
      const source = await answerOf(cli.api().GET("/api/sources/{source_id}", { params: { path } }));
      cli.results.show(
        source,
        (paint) =>
          `${sourceDetails(source, cli, paint)}\n${paint("bold", source.title)}\n${stepsText(source.guide)}`,
      );
    });
